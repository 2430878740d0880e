import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { EventHandlers, platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from '../communities.domain.ts';
import { communityArchived, communityRestored } from '../communities.events.ts';
import { aCommunity } from '../testing/index.ts';

const ARCHIVE = `mutation ($id: ID!) { archiveCommunity(id: $id) { archivedAt } }`;
const RESTORE = `mutation ($id: ID!) { restoreCommunity(id: $id) { archivedAt } }`;
const JOIN = `mutation ($id: ID!) { joinCommunity(id: $id) { id } }`;
const LIST = `query ($archived: Boolean! = false) { communities(archived: $archived, joined: true) { edges { node { id } } } }`;

let api: TestApi;
let animator: PersonEntity, member: PersonEntity, stranger: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
  [animator, member, stranger] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
});
afterAll(() => api.stop());

const idsOf = async (viewer: PersonEntity, archived: boolean) => (await api.as(viewer).send<{ communities: { edges: { node: { id: string } }[] } }>(LIST, { archived })).communities.edges.map(({ node }) => node.id);

describe('archiving a community', () => {
  it('is done and undone by animators alone, and told once', async () => {
    const { id } = await aCommunity().animatedBy(animator).with(member).save(api.manager);
    const secret = await aCommunity().being('secret').animatedBy(animator).save(api.manager);
    const told: string[] = [];
    for (const event of [communityArchived, communityRestored]) api.app.get(EventHandlers).on(event, ({ communityId }) => void (communityId === id && told.push(event.type)));

    for (const mutation of [ARCHIVE, RESTORE]) {
      for (const other of [member, stranger]) await expect(api.as(other).send(mutation, { id })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
      await expect(api.as(stranger).send(mutation, { id: secret.id })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
      await expect(api.as(animator).send(mutation, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
      await expect(api.anonymous().send(mutation, { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    await expect(api.as(animator).send(ARCHIVE, { id })).resolves.toEqual({ archiveCommunity: { archivedAt: expect.any(String) } });
    await api.as(animator).send(ARCHIVE, { id });
    await expect(api.as(animator).send(RESTORE, { id })).resolves.toEqual({ restoreCommunity: { archivedAt: null } });
    await api.settled();
    expect(told.sort()).toEqual(['communities.archived', 'communities.restored']);
  });

  it('takes it out of lists, into the list of those at rest, and leaves it readable', async () => {
    const { id } = await aCommunity().animatedBy(animator).with(member).archived().save(api.manager);
    expect(await idsOf(member, false)).not.toContain(id);
    expect(await idsOf(member, true)).toContain(id);
    await expect(api.as(stranger).send('query ($id: ID!) { community(id: $id) { viewerCanRead viewerCanPost viewerCanInvite members { totalCount } } }', { id })).resolves.toEqual({
      community: { viewerCanRead: true, viewerCanPost: false, viewerCanInvite: false, members: { totalCount: 2 } },
    });
  });

  it('lets nobody in: not by joining, by an answer, nor by an animator', async () => {
    const { id } = await aCommunity().being('closed').animatedBy(animator).with(member).inviting(stranger).save(api.manager);
    const [waiting, colleague] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    await api.as(waiting).send(JOIN, { id });
    const { community } = await api.as(animator).send<{ community: { joinRequests: { edges: [{ node: { id: string } }] }; invitations: { edges: [{ node: { id: string } }] } } }>(
      'query ($id: ID!) { community(id: $id) { joinRequests { edges { node { id } } } invitations { edges { node { id } } } } }',
      { id },
    );
    await api.as(animator).send(ARCHIVE, { id });

    const refused = { code: 'COMMUNITY_ARCHIVED' };
    await expect(api.as(colleague).send(JOIN, { id })).rejects.toMatchObject(refused);
    await expect(api.as(animator).send('mutation ($id: ID!) { acceptJoinRequest(id: $id) { id } }', { id: community.joinRequests.edges[0].node.id })).rejects.toMatchObject(refused);
    await expect(api.as(stranger).send('mutation ($id: ID!) { acceptCommunityInvitation(id: $id) { invitationId } }', { id: community.invitations.edges[0].node.id })).rejects.toMatchObject(refused);
    await expect(api.as(animator).send('mutation ($id: ID!, $who: ID!) { addCommunityMember(communityId: $id, personId: $who) { id } }', { id, who: colleague.id })).rejects.toMatchObject(refused);
    await expect(api.as(animator).send('mutation ($id: ID!, $who: ID!) { inviteToCommunity(input: { communityId: $id, personIds: [$who] }) { invitedCount } }', { id, who: colleague.id })).rejects.toMatchObject(refused);
    await expect(api.as(member).send('mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }', { id })).resolves.toBeTruthy();
  });
});
