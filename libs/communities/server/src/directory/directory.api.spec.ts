import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { FollowEntity, peopleDomain } from '@parvis/people/server';
import { encodeCursor, newId, platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from '../communities.domain.ts';
import { aCommunity } from '../testing/index.ts';

const LIST = `query ($topic: String, $order: CommunityOrder, $first: Int! = 20, $after: String) {
  communities(topic: $topic, order: $order, first: $first, after: $after) { totalCount edges { node { name } } pageInfo { endCursor hasNextPage } }
}`;
const SUGGESTED = `query ($first: Int! = 5) { suggestedCommunities(first: $first) { departmentCount followedCount community { name } } }`;
const TOPICS = `query ($first: Int! = 5) { communityTopics(first: $first) { name communityCount } }`;

interface List {
  communities: { totalCount: number; edges: { node: { name: string } }[]; pageInfo: { endCursor: string } };
}

let api: TestApi;
let viewer: PersonEntity, near: PersonEntity, nearToo: PersonEntity, followed: PersonEntity, stranger: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
  [viewer, near, nearToo] = (await Promise.all([1, 2, 3].map(() => aPerson().in('Legal').save(api.manager)))) as [PersonEntity, PersonEntity, PersonEntity];
  [followed, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  await api.manager.insert(FollowEntity, { followerId: viewer.id, followeeId: followed.id, createdAt: new Date() });
  const about = async (name: string, topics: string[], make = aCommunity()) => {
    const { id } = await make.named(name).save(api.manager);
    await api.manager.query('UPDATE community SET topics = $2, topic_keys = ARRAY(SELECT fold(topic) FROM unnest($2::text[]) topic) WHERE id = $1', [id, topics]);
  };
  await about('Alpha', ['Vélo', 'Santé'], aCommunity().with(near, nearToo));
  await about('Beta', ['vélo'], aCommunity().with(followed));
  await about('Gamma', ['vélo'], aCommunity().being('closed').with(near, nearToo, followed, stranger));
  await about('Delta', ['velo'], aCommunity().being('secret').with(near));
  await about('Epsilon', ['vélo'], aCommunity().with(near, nearToo).archived());
  await about('Zeta', [], aCommunity().with(viewer, near));
  await about('Eta', [], aCommunity().with(stranger));
});
afterAll(() => api.stop());

const list = async (variables: object) => (await api.as(viewer).send<List>(LIST, { ...variables })).communities;
const names = ({ edges }: List['communities']): string[] => edges.map(({ node }) => node.name);

describe('the directory of communities', () => {
  it.each(['Vélo', 'VELO', ' vélo '])('is filtered by the topic « %s », secret and archived ones left out', async (topic) => {
    expect(await list({ topic })).toMatchObject({ totalCount: 3 });
    expect(names(await list({ topic }))).toEqual(['Alpha', 'Beta', 'Gamma']);
  });

  it.each([['nobody’s topic', 'quaternion'], ['a zero byte', 'v\u0000elo2']])('has nothing about %s', async (_what, topic) => {
    expect(await list({ topic })).toMatchObject({ totalCount: 0 });
  });

  it.each([
    ['SIZE', ['Gamma', 'Zeta', 'Alpha', 'Eta', 'Beta']],
    ['ACTIVITY', ['Eta', 'Zeta', 'Gamma', 'Beta', 'Alpha']],
    ['NAME', ['Alpha', 'Beta', 'Eta', 'Gamma', 'Zeta']],
  ])('goes by %s, page by page without a gap or a repeat', async (order, expected) => {
    const first = await list({ order, first: 2 });
    const second = await list({ order, first: 2, after: first.pageInfo.endCursor });
    const third = await list({ order, first: 2, after: second.pageInfo.endCursor });
    expect([first, second, third].flatMap(names)).toEqual(expected);
  });

  it('refuses a cursor that is made up, and an order that is none', async () => {
    for (const after of [encodeCursor('many', newId()), encodeCursor(1), 'nonsense']) await expect(list({ order: 'SIZE', after })).rejects.toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
    await expect(list({ order: 'BEAUTY' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('names the topics of what the viewer may know of, the most frequent first', async () => {
    await expect(api.as(viewer).send(TOPICS)).resolves.toEqual({ communityTopics: [{ name: expect.stringMatching(/v.lo/i), communityCount: 3 }, { name: 'Santé', communityCount: 1 }] });
    await expect(api.as(near).send(TOPICS, { first: 1 })).resolves.toMatchObject({ communityTopics: [{ communityCount: 4 }] });
    await expect(api.anonymous().send(TOPICS)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.as(viewer).send(TOPICS, { first: 51 })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE' });
  });
});

describe('suggestions', () => {
  it('are open communities of people followed and of colleagues of the department, with how many are there', async () => {
    await expect(api.as(viewer).send(SUGGESTED)).resolves.toEqual({
      suggestedCommunities: [
        { departmentCount: 0, followedCount: 1, community: { name: 'Beta' } },
        { departmentCount: 2, followedCount: 0, community: { name: 'Alpha' } },
      ],
    });
  });

  it('are none for whoever knows nobody, and need a session', async () => {
    await expect(api.as(stranger).send(SUGGESTED)).resolves.toEqual({ suggestedCommunities: [] });
    await expect(api.anonymous().send(SUGGESTED)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.as(viewer).send(SUGGESTED, { first: 0 })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE' });
  });

  it('cost the same however many there are', async () => {
    const cost = async (first: number) => (await api.statementsOf(() => api.as(viewer).send(SUGGESTED, { first }))).length;
    expect([await cost(1), await cost(2)]).toEqual([2, 2]);
  });
});
