import { ownTimeZone, type ReadingLanguage, useLanguage } from '@parvis/platform/web';
import { type Client, type TypedDocumentNode } from '@urql/vue';
import { computed, shallowRef } from 'vue';

import type { NotificationLineFragment } from '../components/NotificationLine.generated.ts';
import { NotificationsSinceDocument, NotificationsStartDocument, TellLanguageDocument, TellTimeZoneDocument } from './CatchUp.generated.ts';

/** What came or changed since the page was opened, the latest last. The same for the bell and the pages. */
const arrived = shallowRef<readonly NotificationLineFragment[]>([]);
const unreadCount = shallowRef(0);
let lastSeq: number | null = null;
let catching: Promise<void> | undefined;
let isAskedAgain = false;

export const news = { arrived: computed(() => arrived.value), unreadCount: computed(() => unreadCount.value), lastSeq: () => lastSeq };

/** Where the sequence is now. Also tells the server whose clock the quiet hours go by, unless the person chose one, and in which language they read. */
export async function startNews(client: Client): Promise<void> {
  if (lastSeq !== null) return catchUp(client);
  const data = await asked(client, NotificationsStartDocument, {});
  if (!data) return;
  ({ lastSeq } = data.notificationsSince);
  unreadCount.value = data.notificationsSince.unreadCount;
  const { timeZone, timeZoneChosen, language } = data.notificationSettings;
  const own = ownTimeZone();
  if (!timeZoneChosen && own && own !== timeZone) await client.mutation(TellTimeZoneDocument, { timeZone: own }).toPromise();
  if (language !== readingLanguage()) await tellLanguage(client);
}

const readingLanguage = () => useLanguage().language.value.toUpperCase() as ReadingLanguage;

/** What is written to them outside of the pages is in the language of the pages. */
export async function tellLanguage(client: Client): Promise<void> {
  await client.mutation(TellLanguageDocument, { language: readingLanguage() }).toPromise();
}

/** Reads what was missed, from the last number known, until there is no more. Asked again meanwhile, it looks once more. */
export function catchUp(client: Client): Promise<void> {
  isAskedAgain = true;
  catching ??= readOn(client).finally(() => (catching = undefined));
  return catching;
}

async function readOn(client: Client): Promise<void> {
  while (isAskedAgain) {
    isAskedAgain = false;
    // The start may have been asked before what is told now: what came since is read in any case.
    if (lastSeq === null) await startNews(client);
    if (lastSeq === null) return;
    const data = await asked(client, NotificationsSinceDocument, { seq: lastSeq });
    // The network is away: the reconnection asks again.
    if (!data) return;
    const { notifications, hasMore } = data.notificationsSince;
    const changed = new Set(notifications.map(({ id }) => id));
    arrived.value = [...arrived.value.filter(({ id }) => !changed.has(id)), ...notifications];
    ({ lastSeq } = data.notificationsSince);
    unreadCount.value = data.notificationsSince.unreadCount;
    isAskedAgain ||= hasMore;
  }
}

/** Each once: what arrived before what was read as a page, the latest first. */
export function withArrived(listed: readonly NotificationLineFragment[]): NotificationLineFragment[] {
  const known = new Map(arrived.value.map((notification) => [notification.id, notification]));
  const shown = listed.map((notification) => known.get(notification.id) ?? notification);
  const listedIds = new Set(listed.map(({ id }) => id));
  const fresh = arrived.value.filter(({ id, readAt }) => !listedIds.has(id) && readAt === null);
  return [...fresh, ...shown].toSorted((one, other) => other.lastAt.localeCompare(one.lastAt));
}

export function setUnreadCount(count: number): void {
  unreadCount.value = count;
}

async function asked<Data, Variables extends Record<string, unknown>>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data | undefined> {
  const { data } = await client.query(query, variables, { requestPolicy: 'network-only' }).toPromise();
  return data;
}
