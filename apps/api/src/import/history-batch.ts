import { importCommunities, importMemberships } from '@parvis/communities/server';
import { importComments, importReactions } from '@parvis/conversations/server';
import { importPosts } from '@parvis/feed/server';
import { importFollows } from '@parvis/people/server';
import type { ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import type { HistoryRecord, HistoryType } from './history-record.ts';
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
  const communities = ofType(lines, 'community').map((told) => ({ ...told, description: told.description ?? '', createdAt: instant(told.createdAt) }));
  const memberships = ofType(lines, 'membership').map((told) => ({ ...told, role: told.role ?? 'member', joinedAt: instant(told.joinedAt) }));
  const follows = ofType(lines, 'follow').map((told) => ({ ...told, createdAt: instant(told.createdAt) }));
  const told = ofType(lines, 'post');
  const bodyOf = await bodyWriter(manager, told.map(({ body }) => body));
  const posts = told.map((post) => ({
    ...post, community: post.community ?? null, title: post.title?.trim() || null, body: bodyOf(post.body), createdAt: new Date(post.createdAt), tags: post.tags ?? [],
  }));
  return {
    community: { lines: communities.length, ...(await importCommunities(manager, communities)) },
    membership: { lines: memberships.length, ...(await importMemberships(manager, memberships)) },
    follow: { lines: follows.length, ...(await importFollows(manager, follows)) },
    post: { lines: posts.length, ...(await importPosts(manager, posts)) },
  };
}

/** The second half: what was said about the posts. */
export async function writeAnswers(manager: EntityManager, lines: readonly HistoryLine[]): Promise<HistoryOutcomes> {
  const told = ofType(lines, 'comment');
  const bodyOf = await bodyWriter(manager, told.map(({ body }) => body));
  const comments = told.map(({ post, accepted, ...comment }) => ({
    ...comment, subject: { type: subjectType, id: post }, body: bodyOf(comment.body), createdAt: new Date(comment.createdAt), isAccepted: accepted ?? false,
  }));
  const reactions = ofType(lines, 'reaction').map((reaction) => ({ ...reaction, createdAt: new Date(reaction.createdAt) }));
  return {
    comment: { lines: comments.length, ...(await importComments(manager, comments)) },
    reaction: { lines: reactions.length, ...(await importReactions(manager, reactions, [subjectType])) },
  };
}

function ofType<Type extends HistoryType>(lines: readonly HistoryLine[], type: Type) {
  return (lines.filter(({ record }) => record.type === type) as HistoryLine<Extract<HistoryRecord, { type: Type }>>[]).map(({ line, record }) => ({ line, ...record }));
}
