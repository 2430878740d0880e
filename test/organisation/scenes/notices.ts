import { dayMs } from '../calendar.ts';
import { familiarFaces } from '../familiar-faces.ts';
import type { OrganisationRecord } from '../records.ts';

/** Something that a familiar face has been told of; what happened to one thing for one reason is one notice. */
export interface NoticeRecord {
  recipient: string;
  kind: 'mention' | 'answer' | 'reply' | 'reaction' | 'accepted-answer' | 'invitation' | 'join-request';
  subject: { type: 'post' | 'comment' | 'invitation' | 'join-requests'; id: string };
  /** The latest first. */
  actors: string[];
  happened: number;
  firstAt: string;
  lastAt: string;
  isRead: boolean;
}

const keptDays = 12;
const unreadDays = 6;

export type Happening = Omit<NoticeRecord, 'actors' | 'happened' | 'firstAt' | 'lastAt' | 'isRead'> & { actor: string; at: string };

const faces = new Set(familiarFaces.map(({ identifier }) => identifier));
const mentionedIn = (body: string): string[] => [...body.matchAll(/@\{([^}]+)\}/g)].map(([, identifier = '']) => identifier);

/** What the server would have told familiar faces of these records, from the oldest on. */
export function noticesOf(records: Iterable<OrganisationRecord>, further: readonly Happening[], endsAt: string): NoticeRecord[] {
  const threads = new Threads();
  const happenings = [...further];
  for (const record of records) happenings.push(...threads.happeningsOf(record));
  const groups = Map.groupBy(
    happenings.filter(({ recipient, actor, at }) => faces.has(recipient) && recipient !== actor && Date.parse(at) > Date.parse(endsAt) - keptDays * dayMs),
    ({ recipient, kind, subject }) => `${recipient} ${kind} ${subject.type} ${subject.id}`,
  );
  return [...groups.values()].flatMap((group) => noticeOf(group.sort((a, b) => a.at.localeCompare(b.at)), endsAt)).sort((a, b) => a.lastAt.localeCompare(b.lastAt));
}

function noticeOf(group: readonly Happening[], endsAt: string): NoticeRecord[] {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return [];
  const { recipient, kind, subject } = first;
  const actors = [...new Set(group.map(({ actor }) => actor).reverse())];
  return [{ recipient, kind, subject, actors, happened: group.length, firstAt: first.at, lastAt: last.at, isRead: Date.parse(last.at) < Date.parse(endsAt) - unreadDays * dayMs }];
}

class Threads {
  private readonly authors = new Map<string, string>();
  private readonly followers = new Map<string, Set<string>>();

  happeningsOf(record: OrganisationRecord): Happening[] {
    if (record.type === 'post') {
      const subject = { type: 'post' as const, id: record.id };
      const mentioned = mentionedIn(record.body);
      this.authors.set(record.id, record.author);
      this.followers.set(record.id, new Set(mentioned));
      return mentioned.map((recipient) => ({ recipient, kind: 'mention', subject, actor: record.author, at: record.createdAt }));
    }
    if (record.type === 'comment') {
      this.authors.set(record.id, record.author);
      return this.ofComment(record);
    }
    if (record.type !== 'reaction') return [];
    const author = this.authors.get(record.target);
    const subject = { type: this.followers.has(record.target) ? ('post' as const) : ('comment' as const), id: record.target };
    return author ? [{ recipient: author, kind: 'reaction', subject, actor: record.person, at: record.createdAt }] : [];
  }

  private ofComment({ id, post, author, body, accepted, createdAt: at }: Extract<OrganisationRecord, { type: 'comment' }>): Happening[] {
    const mentioned = mentionedIn(body);
    const followers = this.followers.get(post);
    const asker = this.authors.get(post);
    const replied = [...(followers ?? [])].filter((follower) => follower !== asker);
    const about = { actor: author, at };
    const subject = { type: 'post' as const, id: post };
    const told: Happening[] = [
      ...(asker && !mentioned.includes(asker) ? [{ recipient: asker, kind: 'answer' as const, subject, ...about }] : []),
      ...replied.filter((recipient) => !mentioned.includes(recipient)).map((recipient) => ({ recipient, kind: 'reply' as const, subject, ...about })),
      ...mentioned.map((recipient) => ({ recipient, kind: 'mention' as const, subject: { type: 'comment' as const, id }, ...about })),
      ...(asker && accepted ? [{ recipient: author, kind: 'accepted-answer' as const, subject: { type: 'comment' as const, id }, actor: asker, at }] : []),
    ];
    for (const follower of [author, ...mentioned]) followers?.add(follower);
    return told;
  }
}
