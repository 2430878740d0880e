import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi, webOperation } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from './communities.domain.ts';
import type { CommunityEntity } from './community/community.entity.ts';
import { aCommunity } from './testing/index.ts';

interface World {
  viewer: PersonEntity;
  community: CommunityEntity;
}

let api: TestApi;
let worlds: World[];

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
  worlds = [await aWorldOf(3), await aWorldOf(15)];
});
afterAll(() => api.stop());

/** Somebody who animates a community of as many members and as many who wait, and is a member of as many communities. */
async function aWorldOf(number: number): Promise<World> {
  const viewer = await aPerson().in(`Department ${number}`).save(api.manager);
  const members = await Promise.all(Array.from({ length: number - 1 }, (_, i) => aPerson().in(`Department ${i % 3}`).save(api.manager)));
  const community = await aCommunity().named(`Subject${number} one`).being('closed').animatedBy(viewer).with(...members).save(api.manager);
  for (let i = 1; i < number; i += 1) await aCommunity().named(`Subject${number} more`).with(viewer).save(api.manager);
  for (const person of await people(api.manager, number)) await api.as(person).send('mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id: community.id });
  const outside = await people(api.manager, number);
  for (const person of outside) {
    await aCommunity().named(`Subject${number} asked`).with(person).inviting(viewer).save(api.manager);
    await api.as(viewer).send(`mutation ($id: ID!, $who: ID!) { inviteToCommunity(input: { communityId: $id, personIds: [$who] }) { invitedCount } }`, { id: community.id, who: person.id });
    await api.as(viewer).send('mutation ($id: ID!, $welcome: String!) { updateCommunity(input: { id: $id, welcome: $welcome }) { id } }', { id: community.id, welcome: person.id });
  }
  await api.as(viewer).send('{ viewer { roles } }');
  return { viewer, community };
}

const mine = ({ viewer }: World) => ({ id: viewer.id });
const ofCommunity = ({ community }: World) => ({ id: community.id });

describe('what pages of communities cost, whatever their length', () => {
  it.each([
    { page: 'all communities', operation: 'Communities', of: () => ({}), cost: 5 },
    { page: 'communities joined', operation: 'Communities', of: () => ({ joined: true }), cost: 5 },
    { page: 'communities found', operation: 'Communities', of: () => ({ search: 'subject' }), cost: 5 },
    { page: 'the places on the left', operation: 'MyCommunities', of: () => ({}), cost: 2 },
    { page: 'the communities of a person', operation: 'PersonCommunities', of: mine, cost: 3 },
    { page: 'a community', operation: 'CommunityPage', of: ofCommunity, cost: 13 },
    { page: 'the members of a community', operation: 'CommunityMembers', of: ofCommunity, cost: 6 },
    { page: 'members found', operation: 'CommunityMembers', of: (world: World) => ({ ...ofCommunity(world), search: 'person', department: 'Department 1' }), cost: 6 },
    { page: 'who was invited', operation: 'SentInvitations', of: ofCommunity, cost: 4 },
    { page: 'one’s invitations', operation: 'CommunityInvitations', of: () => ({}), cost: 7 },
    { page: 'the settings of a community', operation: 'CommunitySettings', of: ofCommunity, cost: 3 },
    { page: 'what changed in a community', operation: 'CommunityHistory', of: ofCommunity, cost: 4 },
    { page: 'who waits to be let in', operation: 'CommunityRequests', of: ofCommunity, cost: 5 },
  ])('$page: $cost statements', async ({ operation, of, cost }) => {
    const counts = [];
    for (const world of worlds) counts.push((await api.statementsOf(() => api.as(world.viewer).send(webOperation(operation), of(world)))).length);
    expect(counts).toEqual([cost, cost]);
  });
});
