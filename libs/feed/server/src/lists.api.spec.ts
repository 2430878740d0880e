import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { encodeCursor, platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from './feed.domain.ts';
import { aPost } from './testing/index.ts';

const PAGE = `($first: Int! = 20, $after: String`;
const POSTS = `(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }`;
const inSource = (source: string) => POSTS.replace('(', `(source: ${source}, `);
const LISTS = {
  homeFeed: `query ${PAGE}) { homeFeed: feed${inSource('FOLLOWING')} }`,
  leadershipFeed: `query ${PAGE}) { leadershipFeed: feed${inSource('LEADERSHIP')} }`,
  tagFeed: `query ${PAGE}, $tag: String! = "vélo") { tagFeed(tag: $tag, first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
  community: `query ${PAGE}, $community: ID!) { community(id: $community) { posts ${POSTS} } }`,
  person: `query ${PAGE}, $person: ID!) { person(id: $person) { posts ${POSTS} } }`,
};
type List = keyof typeof LISTS;

interface Posts {
  edges: { node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let api: TestApi;
let executive: PersonEntity, member: PersonEntity, stranger: PersonEntity;
let open: CommunityEntity, closed: CommunityEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE post CASCADE');
  executive = await aPerson().being('executive').save(api.manager);
  [member, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  open = await aCommunity().with(executive, member).save(api.manager);
  closed = await aCommunity().being('closed').with(executive, member).save(api.manager);
});

async function read(viewer: PersonEntity, list: List, variables: Record<string, unknown> = {}): Promise<Posts> {
  const given = { ...(list === 'community' && { community: closed.id }), ...(list === 'person' && { person: executive.id }), ...variables };
  const answer = (await api.as(viewer).send<Record<List, Posts & { posts?: Posts }>>(LISTS[list], given))[list];
  return answer.posts ?? answer;
}
const ids = async (viewer: PersonEntity, list: List, variables = {}) => (await read(viewer, list, variables)).edges.map(({ node }) => node.id);
const idOf = ({ id }: { id: string }): string => id;

const say = (text: string, by: PersonEntity, where: CommunityEntity | null) => aPost().by(by).in(where).saying(text).save(api.manager);
const answer = (by: PersonEntity, to: { id: string }) =>
  api.as(by).send<{ addComment: { id: string } }>(`mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`, { input: { key: randomUUID(), subject: { type: 'post', id: to.id }, body: richTextOf('Indeed') } });

describe('every list of posts', () => {
  it.each(Object.keys(LISTS) as List[])('%s: pages newest first, without a gap or a repeat', async (list) => {
    const written: string[] = [];
    for (let i = 0; i < 5; i += 1) written.unshift(idOf(await say('Un #vélo', executive, closed)));

    const first = await read(member, list, { first: 2 });
    await say('Un autre #vélo', executive, closed);
    const second = await read(member, list, { first: 2, after: first.pageInfo.endCursor });
    const last = await read(member, list, { first: 2, after: second.pageInfo.endCursor });

    expect([first, second, last].flatMap(({ edges }) => edges.map(({ node }) => node.id))).toEqual(written);
    expect([first, second, last].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
  });

  it.each(Object.keys(LISTS) as List[])('%s: shows what is in a closed community to its members alone', async (list) => {
    const post = await say('Un #vélo', executive, closed);
    expect(await ids(member, list)).toEqual([post.id]);
    expect(await ids(stranger, list)).toEqual([]);
    await expect(api.anonymous().send(LISTS[list], { community: closed.id, person: executive.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each(
    (Object.keys(LISTS) as List[]).flatMap((list) => [
      [list, 'a page of none', { first: 0 }, 'PAGE_TOO_LARGE', 'first'] as const,
      [list, 'a page too large', { first: 51 }, 'PAGE_TOO_LARGE', 'first'] as const,
      [list, 'a cursor that is made up', { after: 'nonsense' }, 'CURSOR_INVALID', 'after'] as const,
      [list, 'a cursor without a true id', { after: encodeCursor('not-an-id') }, 'CURSOR_INVALID', 'after'] as const,
    ]),
  )('%s: refuses %s, by name', async (list, _what, variables, code, field) => {
    await expect(read(member, list, variables)).rejects.toMatchObject({ code, field });
  });
});

describe('the feed of a hashtag', () => {
  it.each(['vélo', '#vélo', 'VÉLO', '#Vélo'])('is the same by « %s »', async (tag) => {
    const post = await say('Un #Vélo neuf', member, null);
    await say('Un vélo sans mot-clé, ou #vélodrome', member, null);
    expect(await ids(stranger, 'tagFeed', { tag })).toEqual([post.id]);
  });

  it.each([[''], ['#'], ['deux mots'], ["'; DROP TABLE post"], ['x'.repeat(61)], ['a\u0000']])('refuses « %.20s », by name', async (tag) => {
    await expect(ids(member, 'tagFeed', { tag })).rejects.toMatchObject({ code: 'TAG_INVALID', field: 'tag' });
  });
});

describe('the leadership feed', () => {
  it('holds what executives post and what they answer, once each, newest post first', async () => {
    const asked = await say('A question', member, open);
    const posted = await say('A word', executive, open);
    await say('Not for them', member, open);
    const closedAsked = await say('A question', member, closed);
    for (const post of [asked, asked, posted, closedAsked]) await answer(executive, post);
    await answer(stranger, asked);

    expect(await ids(member, 'leadershipFeed')).toEqual([closedAsked.id, posted.id, asked.id]);
    expect(await ids(stranger, 'leadershipFeed')).toEqual([posted.id, asked.id]);
  });

  it('loses what is answered no more and what people say who are executives no more', async () => {
    const asked = await say('A question', member, open);
    const posted = await say('A word', executive, open);
    const { addComment } = await answer(executive, asked);
    await api.as(executive).send(`mutation ($id: ID!) { deleteComment(id: $id) }`, { id: addComment.id });
    expect(await ids(member, 'leadershipFeed')).toEqual([posted.id]);

    await api.manager.update('person', executive.id, { roles: ['employee'] });
    expect(await ids(member, 'leadershipFeed')).toEqual([]);
  });
});

describe('the posts of a place or a person', () => {
  it('are those of the community alone', async () => {
    await say('Elsewhere', member, closed);
    await say('To all', member, null);
    const here = await say('Here', member, open);
    expect(await ids(stranger, 'community', { community: open.id })).toEqual([here.id]);
  });

  it('are all that the viewer may read of the person, those to the whole company included', async () => {
    const [hidden, toAll, inOpen] = [await say('a', executive, closed), await say('b', executive, null), await say('c', executive, open)];
    await say('By another', member, open);
    expect(await ids(stranger, 'person')).toEqual([inOpen, toAll].map(idOf));
    expect(await ids(member, 'person')).toEqual([inOpen, toAll, hidden].map(idOf));
  });
});
