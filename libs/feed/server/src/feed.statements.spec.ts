import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi, webOperation } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from './feed.domain.ts';
import type { PostEntity } from './post/post.entity.ts';
import { aPost } from './testing/index.ts';

interface World {
  /** The word and the hashtag of everything in it. */
  word: string;
  viewer: PersonEntity;
  author: PersonEntity;
  community: CommunityEntity;
  post: PostEntity;
}

let api: TestApi;
let worlds: World[];

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
  worlds = [await aWorldOf(3), await aWorldOf(15)];
}, 60_000);
afterAll(() => api.stop());

/** A community with as many posts, the first with as many comments, all of different people, with reactions; as many are found by one word. */
async function aWorldOf(number: number): Promise<World> {
  const word = `quartz${number}`;
  const viewer = await aPerson().save(api.manager);
  const author = await aPerson().being('executive').save(api.manager);
  const others = await people(api.manager, number);
  const community = await aCommunity().being('closed').with(viewer, author, ...others).save(api.manager);
  const say = (by: PersonEntity) => aPost().by(by).in(community).saying(`Some #${word} for all`).save(api.manager);
  const post = await say(author);
  for (const [i, other] of others.slice(1).entries()) await answer(author, await say(i % 2 ? author : other), word);
  for (const other of others) await answer(other, post, word);
  for (const other of others) {
    const { id: personId } = await aPerson().save(api.manager);
    await api.as(viewer).send(webOperation('Mute'), { input: { personId, duration: 'DAY' } });
    await api.as(viewer).send(webOperation('FollowTag'), { name: `follow${other.id.slice(-4)}` });
  }
  await api.manager.query(`INSERT INTO saved_post (id, person_id, post_id) SELECT gen_random_uuid(), $1, id FROM post WHERE community_id = $2`, [viewer.id, community.id]);
  await api.as(author).send(webOperation('EditPost'), { input: { id: post.id, body: richTextOf(`More #${word}`) } });
  return { word, viewer, author, community, post };
}

async function answer(by: PersonEntity, post: PostEntity, word: string): Promise<void> {
  const input = { key: randomUUID(), subject: { type: 'post', id: post.id }, body: richTextOf(`Indeed, ${word}`) };
  const { addComment } = await api.as(by).send<{ addComment: { id: string } }>(webOperation('AddComment'), { input });
  const reply = { ...input, key: randomUUID(), parentId: addComment.id, quotedCommentId: addComment.id };
  await api.as(by).send(webOperation('AddComment'), { input: reply });
  for (const subject of [{ type: 'comment', id: addComment.id }, { type: 'post', id: post.id }]) await api.as(by).send(webOperation('SetReaction'), { input: { subject, kind: 'THANKS' } });
}

const nothing = () => ({});
const ofPost = ({ post }: World) => ({ id: post.id });

describe('what pages of posts cost, whatever their length', () => {
  it.each([
    ...(['FOLLOWING', 'ALL', 'COMMUNITIES', 'LEADERSHIP'] as const).flatMap((source) => [
      { page: `the feed ${source}, newest first`, operation: 'Feed', of: () => ({ source, order: 'NEWEST' }), cost: 16 },
      { page: `the feed ${source}, as what was missed`, operation: 'Feed', of: () => ({ source, order: 'MISSED' }), cost: 17 },
    ]),
    { page: 'where one stopped in a feed', operation: 'FeedPosition', of: () => ({ source: 'FOLLOWING' }), cost: 1 },
    { page: 'the saved posts', operation: 'SavedPosts', of: nothing, cost: 15 },
    { page: 'what is muted', operation: 'Mutes', of: nothing, cost: 2 },
    { page: 'the list of hashtags', operation: 'Tags', of: nothing, cost: 6 },
    { page: 'the head of a hashtag', operation: 'TagHead', of: ({ word }: World) => ({ name: word }), cost: 3 },
    { page: 'beside the feed', operation: 'FeedBeside', of: nothing, cost: 3 },
    { page: 'the feed of a hashtag', operation: 'TagFeed', of: ({ word }: World) => ({ tag: word }), cost: 15 },
    { page: 'the posts of a community', operation: 'CommunityPosts', of: ({ community }: World) => ({ id: community.id }), cost: 18 },
    { page: 'the posts of a person', operation: 'PersonPosts', of: ({ author }: World) => ({ id: author.id }), cost: 15 },
    { page: 'a post', operation: 'PostPage', of: ofPost, cost: 14 },
    { page: 'the comments of a post', operation: 'ThreadComments', of: ({ post }: World) => ({ subject: { type: 'post', id: post.id } }), cost: 13 },
    { page: 'the history of a post', operation: 'PostHistory', of: ofPost, cost: 2 },
    { page: 'the places to post to', operation: 'PostPlaces', of: nothing, cost: 4 },
    { page: 'the search page', operation: 'Search', of: ({ word }: World) => ({ text: word, isExact: false }), cost: 13 },
    { page: 'the posts found', operation: 'SearchHits', of: ({ word }: World) => ({ text: word, kind: 'POST' }), cost: 6 },
    { page: 'somebody or a community to mention', operation: 'MentionSuggestions', of: ({ word }: World) => ({ search: word }), cost: 5 },
    { page: 'the search box', operation: 'QuickSearch', of: ({ word }: World) => ({ text: word }), cost: 13 },
  ])('$page: $cost statements', async ({ operation, of, cost }) => {
    const counts = [];
    for (const world of worlds) {
      await api.as(world.viewer).send('{ viewer { roles } }');
      counts.push((await api.statementsOf(() => api.as(world.viewer).send(webOperation(operation), of(world)))).length);
    }
    expect(counts).toEqual([cost, cost]);
  });
});
