import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { EventHandlers, platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from '../communities.domain.ts';
import { communityMerged } from '../communities.events.ts';
import type { CommunityVisibility } from '../community/community.entity.ts';
import { aCommunity } from '../testing/index.ts';

const PREVIEW = `query ($fromId: ID!, $intoId: ID!) { communityMerge(fromId: $fromId, intoId: $intoId) { contentCount newMemberCount newReaderCount isReadByAll } }`;
const MERGE = `mutation ($input: MergeCommunitiesInput!) { mergeCommunities(input: $input) { id memberCount topics } }`;
const SEEN = `query ($id: ID!) { community(id: $id) { id viewerMembership { status role } changes { edges { node { kind before } } } joinRequests { totalCount } invitations { totalCount } } }`;
const JOIN = `mutation ($id: ID!) { joinCommunity(id: $id) { id } }`;

let api: TestApi;
let animator: PersonEntity, member: PersonEntity, other: PersonEntity, stranger: PersonEntity, it_: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
  [animator, member, other, stranger] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  it_ = await aPerson().being('it').save(api.manager);
});
afterAll(() => api.stop());

/** Two communities of one animator: the first has two members more, the second one of these. */
async function two(from: CommunityVisibility, into: CommunityVisibility) {
  const first = await aCommunity().being(from).animatedBy(animator).with(member, other).save(api.manager);
  const second = await aCommunity().being(into).animatedBy(animator).with(other).save(api.manager);
  return { fromId: first.id, intoId: second.id };
}
const preview = (by: PersonEntity, ids: object) => api.as(by).send(PREVIEW, { ...ids });
const merge = (by: PersonEntity, ids: object, confirmedContentCount = 0) => api.as(by).send(MERGE, { input: { ...ids, confirmedContentCount } });
const seen = async (by: PersonEntity, id: string) => (await api.as(by).send<{ community: { id: string; viewerMembership: object | null } | null }>(SEEN, { id })).community;

describe('merging two communities', () => {
  it.each([
    { from: 'open' as const, into: 'open' as const, isReadByAll: false },
    { from: 'closed' as const, into: 'open' as const, isReadByAll: true },
    { from: 'secret' as const, into: 'open' as const, isReadByAll: true },
    { from: 'secret' as const, into: 'closed' as const, isReadByAll: false },
  ])('$from → $into is told before: who comes in, who reads', async ({ from, into, isReadByAll }) => {
    const ids = await two(from, into);
    await expect(preview(animator, ids)).resolves.toEqual({ communityMerge: { contentCount: 0, newMemberCount: 1, newReaderCount: 0, isReadByAll } });
  });

  it('moves people, topics and history, and leads from the old address to the new one', async () => {
    const ids = await two('closed', 'open');
    await api.manager.update('community', ids.fromId, { topics: ['Vélo', 'Quais'], topicKeys: ['velo', 'quais'], name: 'The first' });
    await api.manager.update('community', ids.intoId, { topics: ['vélo'], topicKeys: ['velo'] });
    await api.as(animator).send('mutation ($id: ID!) { updateCommunity(input: { id: $id, welcome: "Hi" }) { id } }', { id: ids.fromId });
    const told: object[] = [];
    api.app.get(EventHandlers).on(communityMerged, (event) => void (event.fromId === ids.fromId && told.push(event)));

    await expect(merge(animator, ids)).resolves.toEqual({ mergeCommunities: { id: ids.intoId, memberCount: 3, topics: ['vélo', 'Quais'] } });
    await api.settled();

    expect(await seen(member, ids.fromId)).toMatchObject({ id: ids.intoId, viewerMembership: { status: 'MEMBER', role: 'MEMBER' } });
    expect(await seen(animator, ids.intoId)).toMatchObject({ viewerMembership: { role: 'ANIMATOR' }, changes: { edges: [{ node: { kind: 'MERGED', before: 'The first' } }, { node: { kind: 'WELCOME' } }] } });
    expect(told).toEqual([{ ...ids, fromName: 'The first', personId: animator.id, newMemberIds: [member.id] }]);
    await expect(merge(animator, ids)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
  });

  it.each([
    { into: 'open' as const, status: 'MEMBER', invited: 1 },
    { into: 'closed' as const, status: 'REQUESTED', invited: 1 },
    { into: 'secret' as const, status: undefined, invited: 1 },
  ])('into what is $into: whoever waited and whoever was invited are not forgotten', async ({ into, status, invited }) => {
    const ids = await two('closed', into);
    const [waiting, guest] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    await api.as(waiting).send(JOIN, { id: ids.fromId });
    await api.as(animator).send('mutation ($id: ID!, $who: ID!) { inviteToCommunity(input: { communityId: $id, personIds: [$who] }) { invitedCount } }', { id: ids.fromId, who: guest.id });

    await merge(animator, ids);

    expect(((await seen(waiting, ids.intoId))?.viewerMembership as { status: string } | null | undefined)?.status).toBe(status);
    expect(await seen(animator, ids.intoId)).toMatchObject({ joinRequests: { totalCount: status === 'REQUESTED' ? 1 : 0 }, invitations: { totalCount: invited } });
    expect(await seen(guest, ids.fromId)).toMatchObject({ id: ids.intoId, viewerMembership: { status: 'INVITED' } });
  });

  it('leads nobody to what they may not know of', async () => {
    const ids = await two('open', 'secret');
    await merge(animator, ids);
    expect(await seen(stranger, ids.fromId)).toBeNull();
    expect(await seen(member, ids.fromId)).toMatchObject({ id: ids.intoId });
  });

  it('leads on when the second is merged once more', async () => {
    const ids = await two('open', 'open');
    const third = await aCommunity().animatedBy(animator).save(api.manager);
    await merge(animator, ids);
    await merge(animator, { fromId: ids.intoId, intoId: third.id });
    expect(await seen(stranger, ids.fromId)).toMatchObject({ id: third.id });
  });

  it('is for who animates both, or IT of open ones: IT comes to read nothing by it', async () => {
    const ids = await two('closed', 'closed');
    const theirs = await aCommunity().animatedBy(member).save(api.manager);
    const secret = await aCommunity().being('secret').animatedBy(animator).save(api.manager);
    for (const ask of [preview, merge]) {
      await expect(ask(member, ids)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
      await expect(ask(animator, { fromId: ids.fromId, intoId: theirs.id })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
      await expect(ask(it_, { fromId: secret.id, intoId: ids.intoId })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
      await expect(ask(animator, { fromId: ids.fromId, intoId: randomUUID() })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
      await expect(ask(animator, { fromId: ids.fromId, intoId: ids.fromId.toUpperCase() })).rejects.toMatchObject({ code: 'COMMUNITY_MERGE_SAME', field: 'intoId' });
      await expect(ask(animator, { fromId: '17', intoId: ids.intoId })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'fromId' });
    }
    const archived = await aCommunity().animatedBy(animator).archived().save(api.manager);
    await expect(merge(animator, { fromId: ids.fromId, intoId: archived.id })).rejects.toMatchObject({ code: 'COMMUNITY_ARCHIVED' });
    await expect(api.anonymous().send(MERGE, { input: { ...ids, confirmedContentCount: 0 } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const mixed = [ids, await two('closed', 'open'), await two('open', 'closed')];
    for (const pair of mixed) for (const ask of [preview, merge]) await expect(ask(it_, pair)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    const open = await two('open', 'open');
    await expect(merge(it_, open)).resolves.toMatchObject({ mergeCommunities: { id: open.intoId } });
  });

  it('refuses to lose what a domain did not say how to move', async () => {
    const ids = await two('open', 'open');
    await api.manager.query('CREATE TABLE forgotten (community_id uuid REFERENCES community ON DELETE CASCADE)');
    await api.manager.query('INSERT INTO forgotten VALUES ($1)', [ids.fromId]);
    await expect(merge(animator, ids)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await seen(stranger, ids.fromId)).toMatchObject({ id: ids.fromId });
    await api.manager.query('DROP TABLE forgotten');
  });
});
