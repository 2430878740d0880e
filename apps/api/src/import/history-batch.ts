import { importCommunities, importMemberships } from '@parvis/communities/server';
import { fromMarkdown, importComments, importReactions, importVotes } from '@parvis/conversations/server';
import { asksForAnswers, importEventReplies, importPollVotes, importPosts, importReadings, importTagFollows, type ImportedPost } from '@parvis/feed/server';
import { importFollows, importProfiles, type ImportedProfile } from '@parvis/people/server';
import type { ImportOutcome } from '@parvis/platform/server';
import { importWikiPages } from '@parvis/wiki/server';
import type { EntityManager } from 'typeorm';
import type { HistoryRecord, HistoryType, PostRecord, ProfileRecord } from './history-record.ts';
import { bodyWriter } from './mentions.ts';

export interface HistoryLine<Record extends HistoryRecord = HistoryRecord> {
  line: number;
  record: Record;
}

const subjectType = 'post';
const instant = (value: string | null | undefined): Date | null => (value ? new Date(value) : null);

export type HistoryOutcomes = Partial<Record<HistoryType, ImportOutcome & { lines: number }>>;

/** Writes checked lines, what is referred to before what refers to it: the order within a batch is free. */
export async function writeHistory(manager: EntityManager, lines: readonly HistoryLine[]): Promise<HistoryOutcomes> {
  return { ...(await writePosts(manager, lines)), ...(await writeAnswers(manager, lines)) };
}

/** The first half: who is where, and what they posted there. */
export async function writePosts(manager: EntityManager, lines: readonly HistoryLine[]): Promise<HistoryOutcomes> {
  const communities = ofType(lines, 'community').map((told) => ({
    ...told, description: told.description ?? '', createdAt: instant(told.createdAt),
    charter: told.charter ?? '', topics: told.topics ?? [], welcome: told.welcome ?? '', banner: told.banner ?? null,
  }));
  const memberships = ofType(lines, 'membership').map((told) => ({ ...told, role: told.role ?? 'member', joinedAt: instant(told.joinedAt) }));
  const follows = ofType(lines, 'follow').map((told) => ({ ...told, createdAt: instant(told.createdAt) }));
  const tagFollows = ofType(lines, 'tag-follow').map((told) => ({ ...told, createdAt: instant(told.createdAt) }));
  const told = ofType(lines, 'post');
  const bodyOf = await bodyWriter(manager, told.map(({ body }) => body));
  const posts = told.map((post) => ({
    ...post, writtenBy: post.writtenBy ?? null, community: post.community ?? null, title: post.title?.trim() || null, body: bodyOf(post.body), createdAt: new Date(post.createdAt), tags: post.tags ?? [],
    pinnedAt: instant(post.pinnedAt), pinnedUntil: post.pinnedAt ? instant(post.pinnedUntil) : null, ...partsOf(post),
  }));
  const pages = ofType(lines, 'wiki-page').map((page) => ({
    ...page, parent: page.parent ?? null,
    versions: page.versions.map(({ body, note, createdAt, ...version }) => ({ ...version, body: fromMarkdown(body), note: note ?? '', createdAt: new Date(createdAt) })),
  }));
  const profiles = ofType(lines, 'profile').map(profileOf);
  return {
    community: { lines: communities.length, ...(await importCommunities(manager, communities)) },
    membership: { lines: memberships.length, ...(await importMemberships(manager, memberships)) },
    follow: { lines: follows.length, ...(await importFollows(manager, follows)) },
    'tag-follow': { lines: tagFollows.length, ...(await importTagFollows(manager, tagFollows)) },
    post: { lines: posts.length, ...(await importPosts(manager, posts)) },
    'wiki-page': { lines: pages.length, ...(await importWikiPages(manager, pages)) },
    profile: { lines: profiles.length, ...(await importProfiles(manager, profiles)) },
  };
}

/** What is empty is not said. */
function profileOf({ line, person, ...told }: ProfileRecord & { line: number }) {
  const said = Object.entries(told).filter(([field, value]) => field !== 'type' && value && (!Array.isArray(value) || value.length > 0));
  return { line, identifier: person, ...(Object.fromEntries(said) as Omit<ImportedProfile, 'line' | 'identifier'>) };
}

function partsOf({ kind, poll, event, announcement }: PostRecord): Pick<ImportedPost, 'poll' | 'event' | 'announcement'> {
  return {
    poll: poll ? { options: poll.options, isMultiple: poll.multiple ?? false, isAnonymous: poll.anonymous ?? false, closesAt: instant(poll.closesAt) } : null,
    event: event
      ? {
          startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt), timeZone: event.timeZone ?? 'UTC', isAllDay: event.allDay ?? false,
          place: event.place?.trim() || null, link: event.link ?? null, seatLimit: event.seats ?? null,
        }
      : null,
    announcement: kind === 'announcement' ? { asksAcknowledgement: announcement?.asksAcknowledgement ?? false } : null,
  };
}

/** The second half: what was said about the posts. */
export async function writeAnswers(manager: EntityManager, lines: readonly HistoryLine[]): Promise<HistoryOutcomes> {
  const told = ofType(lines, 'comment');
  const bodyOf = await bodyWriter(manager, told.map(({ body }) => body));
  const comments = told.map(({ post, accepted, ...comment }) => ({
    ...comment, subject: { type: subjectType, id: post }, body: bodyOf(comment.body), createdAt: new Date(comment.createdAt), isAccepted: accepted ?? false,
    replyTo: comment.replyTo ?? null, quotes: comment.quotes ?? null,
  }));
  const pollVotes = ofType(lines, 'poll-vote');
  const eventReplies = ofType(lines, 'event-reply').map((reply) => ({ ...reply, createdAt: new Date(reply.createdAt) }));
  const readings = ofType(lines, 'reading').map((reading) => ({ ...reading, hasAcknowledged: reading.acknowledged ?? false }));
  const votes = ofType(lines, 'vote').map((vote) => ({ ...vote, createdAt: new Date(vote.createdAt) }));
  const reactions = ofType(lines, 'reaction').map((reaction) => ({ ...reaction, createdAt: new Date(reaction.createdAt) }));
  return {
    'poll-vote': { lines: pollVotes.length, ...(await importPollVotes(manager, pollVotes)) },
    'event-reply': { lines: eventReplies.length, ...(await importEventReplies(manager, eventReplies)) },
    reading: { lines: readings.length, ...(await importReadings(manager, readings)) },
    comment: { lines: comments.length, ...(await importComments(manager, comments)) },
    vote: { lines: votes.length, ...(await importVotes(manager, votes, asksForAnswers)) },
    reaction: { lines: reactions.length, ...(await importReactions(manager, reactions, [subjectType])) },
  };
}

function ofType<Type extends HistoryType>(lines: readonly HistoryLine[], type: Type) {
  return (lines.filter(({ record }) => record.type === type) as HistoryLine<Extract<HistoryRecord, { type: Type }>>[]).map(({ line, record }) => ({ line, ...record }));
}
