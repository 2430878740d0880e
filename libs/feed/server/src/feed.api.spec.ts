import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { conversationsDomain, richTextOf } from '@parvis/conversations/server';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { feedDomain } from './feed.domain.ts';
import { aPost } from './testing/index.ts';

const CREATE = `mutation ($input: CreatePostInput!) { createPost(input: $input) { id community { id } author { id } body } }`;
const HOME = `query ($first: Int, $after: String) { homeFeed: feed(source: FOLLOWING, first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

interface Home {
  homeFeed: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain]);
});
afterAll(() => api.stop());

const homeIds = async (viewer: PersonEntity, first = 20): Promise<string[]> => {
  const { homeFeed } = await api.as(viewer).send<Home>(HOME, { first });
  return homeFeed.edges.map(({ node }) => node.id);
};

describe('publishing', () => {
  it('lets a member write to a community, and nobody else', async () => {
    const [member, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    const community = await aCommunity().with(member).save(api.manager);
    const input = () => ({ input: { key: randomUUID(), communityId: community.id, body: richTextOf('Hello') } });

    await expect(api.as(member).send(CREATE, input())).resolves.toMatchObject({ createPost: { community: { id: community.id }, author: { id: member.id } } });
    await expect(api.as(stranger).send(CREATE, input())).rejects.toMatchObject({ code: 'COMMUNITY_NOT_MEMBER' });
    await expect(api.anonymous().send(CREATE, input())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('answers a secret community that one is not in as one that does not exist', async () => {
    const [member, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    const secret = await aCommunity().being('secret').with(member).save(api.manager);
    const to = (communityId: string) => ({ input: { key: randomUUID(), communityId, body: richTextOf('Hello') } });

    await expect(api.as(member).send(CREATE, to(secret.id))).resolves.toBeTruthy();
    await expect(api.as(stranger).send(CREATE, to(secret.id))).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(api.as(stranger).send(CREATE, to(randomUUID()))).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
  });

  it('makes one post of two tries with the same key', async () => {
    const [author] = (await people(api.manager, 1)) as [PersonEntity];
    const input = { input: { key: randomUUID(), body: richTextOf('Only once') } };

    const [first, second] = await Promise.all([api.as(author).send(CREATE, input), api.as(author).send(CREATE, input)]);

    expect(second).toEqual(first);
    expect(await api.manager.query(`SELECT count(*)::int AS posts FROM post WHERE author_id = $1`, [author.id])).toEqual([{ posts: 1 }]);
  });

  it.each([
    ['an empty document', { type: 'doc' }, 'TEXT_REQUIRED'],
    ['white space', richTextOf('  \n '), 'TEXT_REQUIRED'],
    ['a script link', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] }] }, 'RICH_TEXT_NOT_ALLOWED'],
    ['an unknown node', { type: 'doc', content: [{ type: 'iframe', attrs: { src: 'https://example.org' } }] }, 'RICH_TEXT_NOT_ALLOWED'],
    ['a string', 'hello', 'RICH_TEXT_NOT_ALLOWED'],
    ['too much', richTextOf('x'.repeat(20_001)), 'TEXT_TOO_LONG'],
  ])('refuses %s as a body, by name', async (_what, body, code) => {
    const [author] = (await people(api.manager, 1)) as [PersonEntity];
    await expect(api.as(author).send(CREATE, { input: { key: randomUUID(), body } })).rejects.toMatchObject({ code, field: 'body' });
  });
});

describe('the home feed', () => {
  it('merges communities joined, people followed and the whole company, newest first', async () => {
    const [viewer, followed, other] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
    const [joined, open, closed] = await Promise.all([
      aCommunity().with(viewer, other).save(api.manager),
      aCommunity().with(followed).save(api.manager),
      aCommunity().being('closed').with(followed).save(api.manager),
    ]);
    await api.as(viewer).send(`mutation ($id: ID!) { followPerson(id: $id) { viewerFollows } }`, { id: followed.id });
    const inJoined = await aPost().by(other).in(joined).save(api.manager);
    const byFollowed = await aPost().by(followed).in(open).save(api.manager);
    await aPost().by(other).in(open).save(api.manager);
    await aPost().by(followed).in(closed).save(api.manager);
    const toAll = await aPost().by(other).save(api.manager);

    expect((await homeIds(viewer)).slice(0, 3)).toEqual([toAll.id, byFollowed.id, inJoined.id]);
  });

  it('pages without a gap or a repeat while others write', async () => {
    const [viewer, author] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    const community = await aCommunity().with(viewer).save(api.manager);
    const written: string[] = [];
    for (let i = 0; i < 5; i += 1) written.unshift((await aPost().by(author).in(community).save(api.manager)).id);

    const { homeFeed: first } = await api.as(viewer).send<Home>(HOME, { first: 2 });
    await aPost().by(author).in(community).save(api.manager);
    const { homeFeed: second } = await api.as(viewer).send<Home>(HOME, { first: 3, after: first.pageInfo.endCursor });

    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(written);
    expect(first.pageInfo.hasNextPage).toBe(true);
  });

  it('refuses a page that is too large and a cursor that is made up', async () => {
    const [viewer] = (await people(api.manager, 1)) as [PersonEntity];
    await expect(api.as(viewer).send(HOME, { first: 51 })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE' });
    await expect(api.as(viewer).send(HOME, { first: 10, after: 'nonsense' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });
});
