import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { encodeCursor, platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from '../communities.domain.ts';
import { aCommunity } from '../testing/index.ts';
import type { CommunityEntity, CommunityVisibility } from './community.entity.ts';

const CREATE = `mutation ($input: CreateCommunityInput!) {
  createCommunity(input: $input) { id name description visibility memberCount viewerCanManage viewerMembership { status role } }
}`;
const ONE = `query ($id: ID!) { community(id: $id) {
  id memberCount viewerCanRead viewerCanPost viewerCanManage viewerMembership { status role }
  departments { name memberCount } members { totalCount edges { node { person { id } } } }
} }`;
const LIST = `query ($search: String, $joined: Boolean, $first: Int! = 20, $after: String) {
  communities(search: $search, joined: $joined, first: $first, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
}`;

interface List {
  communities: { totalCount: number; edges: { cursor: string; node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
});
afterAll(() => api.stop());

const list = async (viewer: PersonEntity, variables: Record<string, unknown> = {}) => (await api.as(viewer).send<List>(LIST, variables)).communities;
const idsOf = ({ edges }: List['communities']): string[] => edges.map(({ node }) => node.id);
const aCompany = (number: number) => people(api.manager, number) as Promise<[PersonEntity, PersonEntity, PersonEntity]>;

describe('creating a community', () => {
  const input = (change = {}) => ({ input: { key: randomUUID(), name: 'Atelier vélo', description: 'To mend bicycles.', visibility: 'OPEN', ...change } });

  it('makes whoever creates it its first animator, and needs a session', async () => {
    const [founder] = await aCompany(1);

    await expect(api.as(founder).send(CREATE, input({ name: '  Atelier \n vélo ' }))).resolves.toMatchObject({
      createCommunity: { name: 'Atelier vélo', description: 'To mend bicycles.', visibility: 'OPEN', memberCount: 1, viewerCanManage: true, viewerMembership: { status: 'MEMBER', role: 'ANIMATOR' } },
    });
    await expect(api.anonymous().send(CREATE, input())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('makes one community of two tries with the same key, and two of two people’s', async () => {
    const [founder, other] = await aCompany(2);
    const same = input();

    const [first, second] = await Promise.all([api.as(founder).send(CREATE, same), api.as(founder).send(CREATE, same)]);
    const others = await api.as(other).send(CREATE, same);

    expect(second).toEqual(first);
    expect(others).not.toEqual(first);
    expect(await list(founder, { joined: true })).toMatchObject({ totalCount: 1 });
  });

  it.each([
    ['a key that is no UUID', { key: 'mine' }, 'ID_INVALID', 'key'],
    ['no name', { name: ' \n ' }, 'TEXT_REQUIRED', 'name'],
    ['a name too long', { name: 'x'.repeat(101) }, 'TEXT_TOO_LONG', 'name'],
    ['no purpose', { description: '  ' }, 'TEXT_REQUIRED', 'description'],
    ['a purpose too long', { description: 'x'.repeat(1_001) }, 'TEXT_TOO_LONG', 'description'],
    ['a visibility that does not exist', { visibility: 'HIDDEN' }, 'BAD_USER_INPUT', undefined],
  ])('refuses %s, by name', async (_what, change, code, field) => {
    const [founder] = await aCompany(1);
    await expect(api.as(founder).send(CREATE, input(change))).rejects.toMatchObject({ code, field });
  });

  it('counts characters as people do, not as UTF-16 does', async () => {
    const [founder] = await aCompany(1);
    await expect(api.as(founder).send(CREATE, input({ name: '🚲'.repeat(100) }))).resolves.toBeTruthy();
  });
});

describe('seeing a community', () => {
  const cases: { visibility: CommunityVisibility; outsider: object | null }[] = [
    { visibility: 'open', outsider: { memberCount: 2, viewerCanRead: true, departments: [{ name: 'Legal', memberCount: 2 }], members: { totalCount: 2 } } },
    { visibility: 'closed', outsider: { memberCount: 2, viewerCanRead: false, departments: [], members: { totalCount: 0, edges: [] } } },
    { visibility: 'secret', outsider: null },
  ];

  it.each(cases)('shows what is $visibility whole to members and, to outsiders, what may be seen', async ({ visibility, outsider }) => {
    const [animator, member] = await Promise.all([aPerson().in('Legal').save(api.manager), aPerson().in('Legal').save(api.manager)]);
    const [stranger] = await aCompany(1);
    const { id } = await aCommunity().being(visibility).animatedBy(animator).with(member).save(api.manager);

    const inside = { id, memberCount: 2, viewerCanRead: true, viewerCanPost: true, departments: [{ name: 'Legal', memberCount: 2 }] };
    await expect(api.as(animator).send(ONE, { id })).resolves.toMatchObject({ community: { ...inside, viewerCanManage: true, viewerMembership: { role: 'ANIMATOR' } } });
    await expect(api.as(member).send(ONE, { id })).resolves.toMatchObject({ community: { ...inside, viewerCanManage: false, members: { totalCount: 2 } } });
    const { community } = await api.as(stranger).send<{ community: object | null }>(ONE, { id });
    if (outsider) expect(community).toMatchObject({ ...outsider, viewerCanPost: false, viewerCanManage: false, viewerMembership: null });
    else expect(community).toBeNull();
    await expect(api.anonymous().send(ONE, { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('answers one that does not exist by null and an id that is none by name', async () => {
    const [viewer] = await aCompany(1);
    await expect(api.as(viewer).send(ONE, { id: randomUUID() })).resolves.toEqual({ community: null });
    await expect(api.as(viewer).send(ONE, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
  });

  it('names somebody’s communities as far as the viewer may read them', async () => {
    const [member, colleague, stranger] = await aCompany(3);
    const open = await aCommunity().with(member).save(api.manager);
    const closed = await aCommunity().being('closed').with(member, colleague).save(api.manager);
    const secret = await aCommunity().being('secret').with(member, colleague).save(api.manager);
    const of = `query ($id: ID!) { person(id: $id) { communities { totalCount edges { node { id } } } } }`;
    const named = async (viewer: PersonEntity) => (await api.as(viewer).send<{ person: List }>(of, { id: member.id })).person.communities;

    for (const reader of [member, colleague]) expect(idsOf(await named(reader)).sort()).toEqual([open, closed, secret].map(({ id }) => id).sort());
    expect(await named(stranger)).toEqual({ totalCount: 1, edges: [{ node: { id: open.id } }] });
  });
});

describe('the list of communities', () => {
  let viewer: PersonEntity;
  let bikes: CommunityEntity, elan: CommunityEntity, zen: CommunityEntity;

  beforeAll(async () => {
    await api.manager.query('TRUNCATE community CASCADE');
    const [me, other] = await aCompany(2);
    viewer = me;
    zen = await aCommunity().named('Zen').being('secret').with(other).save(api.manager);
    elan = await aCommunity().named('Elan').being('closed').with(other).save(api.manager);
    bikes = await aCommunity().named('Bicyclettes électriques').with(me).save(api.manager);
    await aCommunity().named('Xylophone').being('secret').with(me, other).save(api.manager);
  });

  it('goes by name, secret ones of others left out', async () => {
    const { edges, totalCount } = await list(viewer);
    expect(totalCount).toBe(3);
    expect(edges.slice(0, 2).map(({ node }) => node.id)).toEqual([bikes.id, elan.id]);
    expect(edges.map(({ node }) => node.id)).not.toContain(zen.id);
    await expect(api.anonymous().send(LIST)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('can be only those joined', async () => {
    expect(await list(viewer, { joined: true })).toMatchObject({ totalCount: 2 });
    expect(idsOf(await list(viewer, { joined: false }))).toContain(elan.id);
  });

  it.each(['bicyclettes electriques', 'BICYCLETTES', 'bicyclete'])('finds « Bicyclettes électriques » by « %s »', async (search) => {
    expect(idsOf(await list(viewer, { search }))).toEqual([bikes.id]);
  });

  it.each([['nothing like it', 'quaternion'], ['a secret one of others', 'zen']])('finds nothing for %s', async (_what, search) => {
    expect(await list(viewer, { search })).toMatchObject({ totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it.each([['a zero byte', 'a\u0000b'], ['ten thousand characters', 'x'.repeat(10_000)], ['half a character', '\ud83d']])('takes %s as words like others', async (_what, search) => {
    await expect(list(viewer, { search })).resolves.toMatchObject({ totalCount: 0 });
  });

  it('puts those whose name is most alike first when searching', async () => {
    const told = await aCommunity().named('Aaa, where people talk').save(api.manager);
    await api.manager.update('community', told.id, { description: 'Also about bicyclettes électriques.' });
    expect(idsOf(await list(viewer, { search: 'bicyclettes électriques' }))).toEqual([bikes.id, told.id]);
    await api.manager.delete('community', told.id);
  });

  it.each([['by name', {}], ['searching', { search: 'departments' }]])('pages without a gap or a repeat, %s', async (_how, variables) => {
    const whole = idsOf(await list(viewer, variables));
    const first = await list(viewer, { ...variables, first: 2 });
    const rest = await list(viewer, { ...variables, first: 2, after: first.pageInfo.endCursor });

    expect(whole).toHaveLength(3);
    expect([first, rest].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(whole);
  });

  it.each([
    ['a page of none', { first: 0 }, 'PAGE_TOO_LARGE', 'first'],
    ['a page too large', { first: 51 }, 'PAGE_TOO_LARGE', 'first'],
    ['a cursor that is made up', { after: 'nonsense' }, 'CURSOR_INVALID', 'after'],
    ['a cursor of something else', { after: encodeCursor(1) }, 'CURSOR_INVALID', 'after'],
    ['a cursor without a true id', { after: encodeCursor('zen', 'not-an-id') }, 'CURSOR_INVALID', 'after'],
    ['a cursor with a zero byte', { after: encodeCursor('a\u0000', randomUUID()) }, 'CURSOR_INVALID', 'after'],
  ])('refuses %s, by name', async (_what, variables, code, field) => {
    await expect(list(viewer, variables)).rejects.toMatchObject({ code, field });
  });
});
