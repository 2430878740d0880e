import { writingTimes } from './calendar.ts';
import type { Community } from './communities.ts';
import { communityWords } from './community-words.ts';
import { converse } from './conversation.ts';
import { followRecords } from './follows.ts';
import { communityCreatedAt, membershipRecords } from './memberships.ts';
import { personRecord } from './person-record.ts';
import { deskOf, writePost } from './posts.ts';
import type { Thread } from './posts.ts';
import { reactionsTo, votesFor } from './reactions.ts';
import type { CommentRecord, CommunityRecord, OrganisationPlan, OrganisationRecord, PersonRecord, ReactionKind } from './records.ts';
import { freshStock } from './stock.ts';
import { typeset } from './typography.ts';
import { worldOf } from './world.ts';
import type { World } from './world.ts';

const commentReactions: readonly ReactionKind[] = ['thanks', 'agree', 'insightful', 'support'];

/** The whole company, always the same for a seed. People first, managers before their reports; then posts in time order, each with its thread. */
export function* organisation(plan: OrganisationPlan): Generator<OrganisationRecord> {
  const world = worldOf(plan);
  yield* peopleRecords(world);
  yield* communityRecords(world);
  yield* membershipRecords({ ...world, endMs: world.period.endMs });
  yield* followRecords(world.people);
  yield* contentRecords(world);
}

function* peopleRecords({ people, period }: World): Generator<PersonRecord> {
  for (let person = 0; person < people.count; person += 1) yield personRecord(people, person, period.endMs);
}

function* communityRecords({ communities, period }: World): Generator<CommunityRecord> {
  for (const community of communities) {
    yield {
      type: 'community',
      id: community.id,
      name: community.name,
      description: community.description,
      visibility: community.stock.visibility,
      createdAt: new Date(communityCreatedAt(community, period.endMs)).toISOString(),
      ...wordsOf(community),
    };
  }
}

function wordsOf({ stock }: Community): Pick<CommunityRecord, 'charter' | 'topics' | 'welcome' | 'banner'> {
  const words = communityWords[stock.name];
  const inType = (text = ''): string => typeset(text, words?.language ?? 'fr');
  return { charter: inType(words?.charter), topics: (words?.topics ?? []).map(inType), welcome: inType(words?.welcome), banner: words?.banner ?? null };
}

/** Executives are read by all, a question draws answers rather than clicks. */
function warmthOf({ isFromExecutive, record }: Thread): number {
  if (isFromExecutive) return 5;
  return record.kind === 'question' ? 1.4 : 2.6;
}

function* contentRecords(world: World): Generator<OrganisationRecord> {
  const desk = deskOf(world, freshStock());
  let index = 0;
  let comments = 0;
  for (const time of writingTimes(world.period)) {
    const thread = writePost(desk, index, time);
    const { record, scene, author, topic } = thread;
    yield record;
    yield* reactionsTo(world, { id: record.id, index, author, time, scene, kinds: topic.topic.reactions, warmth: warmthOf(thread), isComment: false });
    const first = comments + 1;
    for (const reply of converse(desk, thread, index, time)) {
      const id = `comment-${comments + 1}`;
      yield {
        type: 'comment', id, post: record.id, author: world.people.identifiers[reply.author]!, body: reply.body,
        createdAt: new Date(reply.time).toISOString(), accepted: reply.accepted,
        ...(reply.replyTo !== null && { replyTo: `comment-${first + reply.replyTo}` }),
      } satisfies CommentRecord;
      if (record.kind === 'question' && reply.replyTo === null) yield* votesFor(world, { id, index: comments, author: reply.author, time: reply.time, scene, accepted: reply.accepted });
      const warmth = reply.accepted ? 0.9 : 0.45;
      yield* reactionsTo(world, { id, index: comments, author: reply.author, time: reply.time, scene, kinds: commentReactions, warmth, isComment: true });
      comments += 1;
    }
    index += 1;
  }
}
