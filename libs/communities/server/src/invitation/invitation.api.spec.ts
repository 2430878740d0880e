import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { encodeCursor, EventHandlers, platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from '../communities.domain.ts';
import { invited } from '../communities.events.ts';
import type { CommunityVisibility } from '../community/community.entity.ts';
import { aCommunity } from '../testing/index.ts';

const INVITE = `mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { invitedCount skippedCount community { memberCount } } }`;
const answerBy = (mutation: string): string => `mutation ($id: ID!) { ${mutation}(id: $id) { invitationId community { memberCount viewerMembership { status } } } }`;
const [ACCEPT, DECLINE, WITHDRAW] = ['acceptCommunityInvitation', 'declineCommunityInvitation', 'withdrawCommunityInvitation'].map(answerBy) as [string, string, string];
const MINE = `query ($first: Int! = 20, $after: String) { communityInvitations(first: $first, after: $after) { totalCount edges { node { id word inviter { id } community { id name memberCount } } } pageInfo { endCursor } } }`;
const SENT = `query ($id: ID!) { community(id: $id) { invitations { totalCount edges { node { id person { id } } } } } }`;
const SEEN = `query ($id: ID!) { community(id: $id) { name description memberCount charter viewerCanRead viewerMembership { status role } viewerInvitation { id } members { totalCount } departments { name } } }`;

interface Invitation {
  id: string;
  word: string;
  inviter: { id: string };
  community: { id: string };
}
interface Page {
  totalCount: number;
  edges: { node: Invitation }[];
  pageInfo: { endCursor: string };
}

let api: TestApi;
let animator: PersonEntity, member: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
  [animator, member] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});
afterAll(() => api.stop());

const community = (visibility: CommunityVisibility) => aCommunity().being(visibility).animatedBy(animator).with(member).save(api.manager);
const somebody = () => aPerson().save(api.manager);
const invite = (by: PersonEntity, communityId: string, personIds: string[], word?: string) => api.as(by).send(INVITE, { input: { communityId, personIds, word } });
const mine = async (viewer: PersonEntity, page = {}) => (await api.as(viewer).send<{ communityInvitations: Page }>(MINE, page)).communityInvitations;
const idFor = async (viewer: PersonEntity) => String((await mine(viewer)).edges[0]?.node.id);
const sentBy = async (viewer: PersonEntity, id: string) => (await api.as(viewer).send<{ community: { invitations: { totalCount: number } } }>(SENT, { id })).community.invitations.totalCount;
const seen = (viewer: PersonEntity, id: string) => api.as(viewer).send(SEEN, { id });

describe('inviting', () => {
  it.each([
    { visibility: 'open' as const, byMember: undefined, byStranger: 'COMMUNITY_NOT_MEMBER' },
    { visibility: 'closed' as const, byMember: 'COMMUNITY_NOT_ANIMATOR', byStranger: 'COMMUNITY_NOT_MEMBER' },
    { visibility: 'secret' as const, byMember: 'COMMUNITY_NOT_ANIMATOR', byStranger: 'COMMUNITY_NOT_FOUND' },
  ])('into what is $visibility is for animators, and for members where everybody may come in', async ({ visibility, byMember, byStranger }) => {
    const [{ id }, first, second, stranger] = [await community(visibility), await somebody(), await somebody(), await somebody()];
    await expect(invite(animator, id, [first.id], '  Come and see. ')).resolves.toEqual({ inviteToCommunity: { invitedCount: 1, skippedCount: 0, community: { memberCount: 2 } } });
    expect((await mine(first)).edges[0]?.node).toMatchObject({ word: 'Come and see.', inviter: { id: animator.id }, community: { id } });
    if (byMember) await expect(invite(member, id, [second.id])).rejects.toMatchObject({ code: byMember });
    else await expect(invite(member, id, [second.id])).resolves.toMatchObject({ inviteToCommunity: { invitedCount: 1 } });
    await expect(invite(stranger, id, [second.id])).rejects.toMatchObject({ code: byStranger });
    await expect(api.anonymous().send(INVITE, { input: { communityId: id, personIds: [second.id] } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('asks nobody twice, nor members, nor whoever has declined, and tells each once', async () => {
    const [{ id }, guest, decliner] = [await community('closed'), await somebody(), await somebody()];
    const told: string[] = [];
    api.app.get(EventHandlers).on(invited, (event) => void (event.communityId === id && told.push(event.personId)));

    await invite(animator, id, [guest.id, decliner.id]);
    await api.as(decliner).send(DECLINE, { id: await idFor(decliner) });
    const again = () => invite(animator, id, [guest.id, guest.id.toUpperCase(), decliner.id, member.id]);
    await expect(Promise.all([again(), again()])).resolves.toEqual(Array(2).fill({ inviteToCommunity: { invitedCount: 0, skippedCount: 3, community: { memberCount: 2 } } }));
    await api.settled();

    expect(told.sort()).toEqual([guest.id, decliner.id].sort());
    expect(await sentBy(animator, id)).toBe(1);
  });

  it('lets whoever had asked come in at once', async () => {
    const [{ id }, waiting] = [await community('closed'), await somebody()];
    await api.as(waiting).send('mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id });
    await expect(invite(animator, id, [waiting.id])).resolves.toMatchObject({ inviteToCommunity: { invitedCount: 1, community: { memberCount: 3 } } });
    expect(await mine(waiting)).toMatchObject({ totalCount: 0 });
  });

  it('refuses by name what cannot be', async () => {
    const { id } = await community('open');
    const gone = await aPerson().gone().save(api.manager);
    for (const personId of [gone.id, randomUUID()]) await expect(invite(animator, id, [personId])).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND', field: 'personIds' });
    await expect(invite(animator, id, ['17'])).rejects.toMatchObject({ code: 'ID_INVALID', field: 'personIds' });
    await expect(invite(animator, '17', [])).rejects.toMatchObject({ code: 'ID_INVALID', field: 'communityId' });
    await expect(invite(animator, id, [], 'x'.repeat(301))).rejects.toMatchObject({ code: 'TEXT_TOO_LONG', field: 'word' });
    await expect(invite(animator, id, Array.from({ length: 51 }, () => randomUUID()))).rejects.toMatchObject({ code: 'TOO_MANY_ITEMS', field: 'personIds' });
  });
});

describe('an invitation into a secret community', () => {
  it('shows its name, purpose, size and inviter until the answer, and nothing of what is in it', async () => {
    const [{ id, name, description }, guest] = [await community('secret'), await somebody()];
    await api.manager.update('community', id, { charter: 'Hush.' });
    await expect(seen(guest, id)).resolves.toEqual({ community: null });
    await invite(animator, id, [guest.id]);

    await expect(seen(guest, id)).resolves.toMatchObject({
      community: { name, description, memberCount: 2, charter: null, viewerCanRead: false, viewerMembership: { status: 'INVITED', role: null }, members: { totalCount: 0 }, departments: [] },
    });
    await expect(api.as(guest).send(DECLINE, { id: await idFor(guest) })).resolves.toMatchObject({ declineCommunityInvitation: { community: null } });
    await expect(seen(guest, id)).resolves.toEqual({ community: null });
  });
});

describe('answering', () => {
  it.each([['accepting', ACCEPT], ['joining', null]])('%s lets the invited in, also where others must ask', async (_how, mutation) => {
    const [{ id }, guest] = [await community('closed'), await somebody()];
    await invite(animator, id, [guest.id]);
    const invitation = await idFor(guest);
    if (mutation) await expect(api.as(guest).send(mutation, { id: invitation })).resolves.toEqual({ acceptCommunityInvitation: { invitationId: invitation, community: { memberCount: 3, viewerMembership: { status: 'MEMBER' } } } });
    else await api.as(guest).send('mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id });
    await expect(seen(guest, id)).resolves.toMatchObject({ community: { viewerMembership: { status: 'MEMBER' }, viewerInvitation: null } });
    await expect(api.as(guest).send(ACCEPT, { id: invitation })).rejects.toMatchObject({ code: 'INVITATION_NOT_FOUND' });
  });

  it.each([['accept', ACCEPT], ['decline', DECLINE], ['withdraw', WITHDRAW]])('%s: somebody else’s does not exist', async (_what, mutation) => {
    const [{ id }, guest, stranger] = [await community('closed'), await somebody(), await somebody()];
    await invite(animator, id, [guest.id]);
    const invitation = await idFor(guest);
    for (const other of [stranger, member]) await expect(api.as(other).send(mutation, { id: invitation })).rejects.toMatchObject({ code: 'INVITATION_NOT_FOUND' });
    await expect(api.anonymous().send(mutation, { id: invitation })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.as(guest).send(mutation, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
    expect(await mine(guest)).toMatchObject({ totalCount: 1 });
  });

  it('is too late once whoever invited took it back', async () => {
    const [{ id }, guest] = [await community('secret'), await somebody()];
    await invite(animator, id, [guest.id]);
    const invitation = await idFor(guest);
    await expect(api.as(animator).send(WITHDRAW, { id: invitation })).resolves.toMatchObject({ withdrawCommunityInvitation: { invitationId: invitation } });
    await expect(api.as(guest).send(ACCEPT, { id: invitation })).rejects.toMatchObject({ code: 'INVITATION_NOT_FOUND' });
    await expect(seen(guest, id)).resolves.toEqual({ community: null });
  });
});

describe('invitations', () => {
  it('of a community are listed for its animators alone', async () => {
    const [{ id }, guest] = [await community('closed'), await somebody()];
    await invite(animator, id, [guest.id]);
    expect([await sentBy(animator, id), await sentBy(member, id), await sentBy(guest, id)]).toEqual([1, 0, 0]);
    await api.manager.update('person', guest.id, { deactivatedAt: new Date() });
    expect(await sentBy(animator, id)).toBe(0);
  });

  it('are listed newest first, page by page', async () => {
    const guest = await somebody();
    const ids: string[] = [];
    for (const visibility of ['open', 'closed', 'secret'] as const) {
      const { id } = await community(visibility);
      await invite(animator, id, [guest.id]);
      ids.unshift(id);
    }
    const first = await mine(guest, { first: 2 });
    const rest = await mine(guest, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges].map(({ node }) => node.community.id)).toEqual(ids);
    expect(first.totalCount).toBe(3);
    await expect(mine(guest, { after: encodeCursor('nonsense') })).rejects.toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
  });

  it.each([
    ['the inviter leaves', (id: string) => api.as(member).send('mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }', { id })],
    ['the community closes and animators let people in', (id: string) => api.as(animator).send('mutation ($id: ID!) { changeCommunityVisibility(input: { id: $id, visibility: CLOSED }) { id } }', { id })],
  ])('by a member lapse when %s', async (_when, happens) => {
    const [{ id }, guest] = [await community('open'), await somebody()];
    await invite(member, id, [guest.id]);
    await happens(id);
    expect(await mine(guest)).toMatchObject({ totalCount: 0 });
  });
});
