import type { TestApi } from '@parvis/identity/server/testing';

interface Person {
  id: string;
}

/** A notification, as its person reads it. */
export interface Told {
  id: string;
  kind: string;
  seq: number;
  actorCount: number;
  happenedCount: number;
  readAt: string | null;
  actors: { id: string }[];
  target: { type: string; id: string; parent: { type: string; id: string } | null; title: string | null; extract: string; community: { id: string } | null } | null;
}

interface Page {
  edges: { node: Told }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

interface CatchUp {
  notifications: Told[];
  lastSeq: number;
  hasMore: boolean;
  unreadCount: number;
}

const FIELDS = 'id kind seq actorCount happenedCount readAt actors { id } target { type id parent { type id } title extract community { id } }';
const PAGE = `query ($first: Int = 20, $after: String, $unreadOnly: Boolean = false) {
  notifications(first: $first, after: $after, unreadOnly: $unreadOnly) { edges { node { ${FIELDS} } } pageInfo { endCursor hasNextPage } }
}`;
const SINCE = `query ($seq: Int) { notificationsSince(seq: $seq) { notifications { ${FIELDS} } lastSeq hasMore unreadCount } }`;
const MARK_READ = 'mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { readIds unreadCount } }';
const CHANGE = 'mutation ($input: ChangeNotificationSettingsInput!) { changeNotificationSettings(input: $input) { timeZone workingDays urgentPeople { id } } }';

/** Reads notifications and changes settings as their person, for tests. */
export function aNotificationReader(api: () => TestApi) {
  const page = async (person: Person, variables: object = {}) => (await api().as(person).send<{ notifications: Page }>(PAGE, { ...variables })).notifications;
  const list = async (person: Person, variables: object = {}) => (await page(person, variables)).edges.map(({ node }) => node);
  return {
    page,
    list,
    unread: async (person: Person) => (await api().as(person).send<{ unreadNotificationCount: number }>('{ unreadNotificationCount }')).unreadNotificationCount,
    since: async (person: Person, seq: number | null) => (await api().as(person).send<{ notificationsSince: CatchUp }>(SINCE, { seq })).notificationsSince,
    markRead: async (person: Person, input: object) =>
      (await api().as(person).send<{ markNotificationsRead: { readIds: string[]; unreadCount: number } }>(MARK_READ, { input })).markNotificationsRead,
    change: (person: Person, input: object) => api().as(person).send(CHANGE, { input }),
    /** Once everything that happened is told, in short: why, of what, and its words. */
    told: async (person: Person) => {
      await api().settled();
      return (await list(person)).map(({ kind, target }) => [kind, target?.type, target?.id, target?.title ?? target?.extract]);
    },
  };
}
