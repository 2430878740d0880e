import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { platformDomain } from '@parvis/platform/server';
import { peopleDomain } from '@parvis/people/server';
import { communitiesDomain } from '../communities.domain.ts';
import { aCommunity } from '../testing/index.ts';

const COMMUNITIES = `query ($id: ID!) { person(id: $id) { communities { totalCount edges { node { name } } } } }`;

interface Answer {
  person: { communities: { totalCount: number; edges: { node: { name: string } }[] } };
}

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
});
afterAll(() => api.stop());

async function communitiesSeen(viewer: PersonEntity, of: PersonEntity): Promise<string[]> {
  const { person } = await api.as(viewer).send<Answer>(COMMUNITIES, { id: of.id });
  expect(person.communities.totalCount).toBe(person.communities.edges.length);
  return person.communities.edges.map(({ node }) => node.name);
}

describe('the communities of a person', () => {
  it('are told as far as the viewer may read them: who is in a closed one is its members’ to know', async () => {
    const [person, companion, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
    await aCommunity().named('A open').with(person).save(api.manager);
    await aCommunity().named('B closed').being('closed').with(person, companion).save(api.manager);
    await aCommunity().named('C secret').being('secret').with(person, companion).save(api.manager);

    expect(await communitiesSeen(person, person)).toEqual(['A open', 'B closed', 'C secret']);
    expect(await communitiesSeen(companion, person)).toEqual(['A open', 'B closed', 'C secret']);
    expect(await communitiesSeen(stranger, person)).toEqual(['A open']);
  });
});

describe('animation', () => {
  const ROLE = `mutation ($communityId: ID!, $personId: ID!, $role: CommunityRole!) { setCommunityRole(communityId: $communityId, personId: $personId, role: $role) { viewerCanManage } }`;
  const JOIN = `mutation ($id: ID!) { joinCommunity(id: $id) { viewerMembership { role } } }`;

  it('falls to the first who comes into an empty community', async () => {
    const [first, second] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    const empty = await aCommunity().save(api.manager);

    await expect(api.as(first).send(JOIN, { id: empty.id })).resolves.toEqual({ joinCommunity: { viewerMembership: { role: 'ANIMATOR' } } });
    await expect(api.as(second).send(JOIN, { id: empty.id })).resolves.toEqual({ joinCommunity: { viewerMembership: { role: 'MEMBER' } } });
  });

  it('is shared by animators alone, and never given up by the last', async () => {
    const [animator, member] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    const community = await aCommunity().animatedBy(animator).with(member).save(api.manager);
    const change = (personId: string, role: string) => ({ communityId: community.id, personId, role });

    await expect(api.as(member).send(ROLE, change(member.id, 'ANIMATOR'))).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    await expect(api.as(animator).send(ROLE, change(animator.id, 'MEMBER'))).rejects.toMatchObject({ code: 'COMMUNITY_LAST_ANIMATOR' });
    await expect(api.as(animator).send(ROLE, change(member.id, 'ANIMATOR'))).resolves.toEqual({ setCommunityRole: { viewerCanManage: true } });
    await expect(api.as(animator).send(ROLE, change(animator.id, 'MEMBER'))).resolves.toEqual({ setCommunityRole: { viewerCanManage: false } });
  });
});
