import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain, type CommunityEntity } from '@parvis/communities/server';
import { aCommunity } from '@parvis/communities/server/testing';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { notificationsDomain } from '../notifications.domain.ts';
import { aHappening, aNotificationReader } from '../testing/index.ts';

let api: TestApi;
let reader: PersonEntity, actor: PersonEntity, other: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain, notificationsDomain]);
});
afterAll(() => api.stop());
beforeEach(async () => {
  [reader, actor, other] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  // At work, whenever the test runs.
  await change(reader, { hasQuietHours: false });
});

const { list, unread, since, told, change } = aNotificationReader(() => api);
const notify = (community: CommunityEntity, parts: Partial<Parameters<typeof aHappening>[2]> = {}) => aHappening(api, community, { by: actor, to: [reader], ...parts });
const communities = (count: number) => Promise.all(Array.from({ length: count }, () => aCommunity().save(api.manager)));

describe('communities', () => {
  it('tell animators who asks to join, grouped, until nobody waits; and whoever asked, that they are in', async () => {
    const community = await aCommunity().being('closed').animatedBy(reader).save(api.manager);
    for (const person of [actor, other]) await api.as(person).send('mutation ($id: ID!) { joinCommunity(id: $id) { id } }', { id: community.id });
    await api.settled();

    const asked = { kind: 'JOIN_REQUEST', actorCount: 2, actors: [{ id: other.id }, { id: actor.id }], target: { type: 'join-requests', id: community.id, title: community.name } };
    expect(await list(reader)).toMatchObject([asked]);
    const [first, second]: { id: string }[] = await api.dataSource.query('SELECT id FROM join_request WHERE community_id = $1 ORDER BY id', [community.id]);
    await api.as(reader).send('mutation ($id: ID!) { acceptJoinRequest(id: $id) { id } }', { id: first?.id });
    await api.as(reader).send('mutation ($id: ID!) { declineJoinRequest(id: $id) { id } }', { id: second?.id });
    await api.settled();

    expect([await list(reader), await unread(reader)]).toEqual([[], 0]);
    expect(await list(actor)).toMatchObject([{ kind: 'ADMISSION', actors: [{ id: reader.id }], target: { type: 'community', id: community.id } }]);
    expect(await list(other)).toEqual([]);
  });

  it('take their notifications along when they go out of sight', async () => {
    const community = await aCommunity().being('secret').animatedBy(actor).with(reader).save(api.manager);
    await notify(community);
    expect([(await list(reader)).length, await unread(reader)]).toEqual([1, 1]);

    await api.as(reader).send('mutation ($id: ID!) { leaveCommunity(id: $id) { communityId } }', { id: community.id });
    expect([await list(reader), await unread(reader), (await since(reader, 0)).notifications]).toEqual([[], 0, []]);
  });

  it('are told less of by whoever wants less', async () => {
    const [quiet, less] = (await communities(2)) as [CommunityEntity, CommunityEntity];
    const set = (community: CommunityEntity, level: string) =>
      api.as(reader).send('mutation ($communityId: ID!, $level: CommunityNotifications!) { setCommunityNotifications(communityId: $communityId, level: $level) { viewerNotifications } }', { communityId: community.id, level });
    expect(await set(quiet, 'NOTHING')).toMatchObject({ setCommunityNotifications: { viewerNotifications: 'NOTHING' } });
    await set(less, 'MENTIONS');
    for (const community of [quiet, less]) for (const kind of ['mention', 'reaction'] as const) await notify(community, { kind });
    expect((await list(reader)).map(({ kind, target }) => [kind, target?.id])).toEqual([['MENTION', less.id]]);

    await set(quiet, 'ALL');
    await notify(quiet);
    expect(await unread(reader)).toBe(2);
    const secret = await aCommunity().being('secret').save(api.manager);
    await expect(set(secret, 'NOTHING')).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
  });
});

describe('an invitation', () => {
  const invite = (community: CommunityEntity, ...persons: PersonEntity[]) =>
    api.as(actor).send('mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { invitedCount } }', {
      input: { communityId: community.id, personIds: persons.map(({ id }) => id), word: 'You know pumps.' },
    });
  const answer = async (person: PersonEntity, mutation: 'acceptCommunityInvitation' | 'declineCommunityInvitation') => {
    const { communityInvitations } = await api.as(person).send<{ communityInvitations: { edges: { node: { id: string } }[] } }>('{ communityInvitations { edges { node { id } } } }');
    await api.as(person).send(`mutation ($id: ID!) { ${mutation}(id: $id) { invitationId } }`, { id: communityInvitations.edges[0]?.node.id });
  };

  it('into a secret community is told to the invited alone, with who asks and which words, until they answer', async () => {
    const community = await aCommunity().being('secret').animatedBy(actor).save(api.manager);
    await invite(community, reader, other);
    await invite(community, reader);
    await api.settled();
    const asked = { kind: 'INVITATION', happenedCount: 1, actors: [{ id: actor.id }], target: { type: 'invitation', id: community.id, title: community.name, extract: 'You know pumps.' } };
    expect([await list(reader), await list(other), await list(actor)]).toMatchObject([[asked], [asked], []]);

    await answer(reader, 'declineCommunityInvitation');
    await answer(other, 'acceptCommunityInvitation');
    expect([await list(reader), await unread(reader), await list(other)]).toEqual([[], 0, []]);
  });

  it('is gone when it is withdrawn or the community rests, and not told to whoever turned it off', async () => {
    const [open, resting] = await Promise.all([aCommunity().animatedBy(actor).save(api.manager), aCommunity().animatedBy(actor).save(api.manager)]);
    for (const community of [open, resting]) await invite(community, reader);
    await change(other, { offKinds: ['INVITATION'] });
    await invite(open, other);
    expect(await told(reader)).toHaveLength(2);
    expect(await told(other)).toEqual([]);

    await api.dataSource.query('UPDATE community SET archived_at = now() WHERE id = $1', [resting.id]);
    const [{ id }]: [{ id: string }] = await api.dataSource.query('SELECT id FROM community_invitation WHERE person_id = $1 AND community_id = $2', [reader.id, open.id]);
    await api.as(actor).send('mutation ($id: ID!) { withdrawCommunityInvitation(id: $id) { invitationId } }', { id });
    expect([await told(reader), await unread(reader)]).toEqual([[], 0]);
  });
});
