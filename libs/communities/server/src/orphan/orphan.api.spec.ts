import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { encodeCursor, platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from '../communities.domain.ts';
import { aCommunity } from '../testing/index.ts';

const LIST = `query ($first: Int! = 50, $after: String) { orphanedCommunities(first: $first, after: $after) { totalCount edges { node { id name visibility memberCount candidates { id } } } pageInfo { endCursor } } }`;
const APPOINT = `mutation ($communityId: ID!, $personId: ID!) { appointCommunityAnimator(communityId: $communityId, personId: $personId) { memberCount } }`;

interface Orphans {
  totalCount: number;
  edges: { node: { id: string; memberCount: number; candidates: { id: string }[] } }[];
  pageInfo: { endCursor: string };
}

let api: TestApi;
let it_: PersonEntity, moderator: PersonEntity, member: PersonEntity, stranger: PersonEntity, gone: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
  [member, stranger] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  it_ = await aPerson().being('it').save(api.manager);
  moderator = await aPerson().being('moderator').save(api.manager);
  gone = await aPerson().gone().save(api.manager);
});
afterAll(() => api.stop());

const list = async (viewer: PersonEntity, page = {}) => (await api.as(viewer).send<{ orphanedCommunities: Orphans }>(LIST, page)).orphanedCommunities;
const appoint = (viewer: PersonEntity, communityId: string, personId: string) => api.as(viewer).send(APPOINT, { communityId, personId });

describe('communities that nobody who works here animates', () => {
  it('are listed for IT and moderators, secret ones too, with who could animate them', async () => {
    const orphan = await aCommunity().being('secret').named('Alpha').animatedBy(gone).with(member).save(api.manager);
    const deserted = await aCommunity().being('closed').named('Beta').with(gone).save(api.manager);
    await aCommunity().animatedBy(member, gone).save(api.manager);
    await aCommunity().save(api.manager);
    await aCommunity().animatedBy(gone).with(member).archived().save(api.manager);

    for (const viewer of [it_, moderator]) {
      expect((await list(viewer)).edges.map(({ node }) => node)).toMatchObject([
        { id: orphan.id, memberCount: 2, candidates: [{ id: member.id }] },
        { id: deserted.id, memberCount: 1, candidates: [] },
      ]);
    }
    const first = await list(it_, { first: 1 });
    expect((await list(it_, { first: 1, after: first.pageInfo.endCursor })).edges.map(({ node }) => node.id)).toEqual([deserted.id]);
    for (const viewer of [member, stranger]) await expect(list(viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.anonymous().send(LIST)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(list(it_, { after: encodeCursor('nonsense') })).rejects.toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
    // What is in them stays closed to those who look after Parvis.
    await expect(api.as(it_).send('query ($id: ID!) { community(id: $id) { id } }', { id: orphan.id })).resolves.toEqual({ community: null });
  });

  it('cost the same however many there are', async () => {
    const cost = async () => (await api.statementsOf(() => list(it_))).length;
    const before = await cost();
    for (const person of await people(api.manager, 5)) await aCommunity().being('closed').animatedBy(gone).with(person).save(api.manager);
    expect(await cost()).toBe(before);
  });

  it('are given an animator by IT alone: a member, or a colleague where there is none left', async () => {
    const orphan = await aCommunity().being('closed').animatedBy(gone).with(member, it_).save(api.manager);
    const deserted = await aCommunity().being('secret').animatedBy(gone).save(api.manager);
    const animated = await aCommunity().animatedBy(member).save(api.manager);

    for (const viewer of [moderator, member, stranger]) await expect(appoint(viewer, orphan.id, member.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(api.anonymous().send(APPOINT, { communityId: orphan.id, personId: member.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const personId of [stranger.id, gone.id, it_.id]) await expect(appoint(it_, orphan.id, personId)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND', field: 'personId' });
    await expect(appoint(it_, deserted.id, it_.id)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' });
    for (const communityId of [animated.id, randomUUID()]) await expect(appoint(it_, communityId, member.id)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(appoint(it_, '17', member.id)).rejects.toMatchObject({ code: 'ID_INVALID', field: 'communityId' });
    await expect(appoint(it_, orphan.id, '17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'personId' });

    await expect(appoint(it_, orphan.id, member.id)).resolves.toEqual({ appointCommunityAnimator: { memberCount: 3 } });
    await expect(appoint(it_, deserted.id, stranger.id)).resolves.toEqual({ appointCommunityAnimator: { memberCount: 2 } });
    await expect(appoint(it_, orphan.id, member.id)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(api.as(stranger).send('query ($id: ID!) { community(id: $id) { viewerMembership { role } changes { edges { node { kind actor { id } } } } } }', { id: deserted.id })).resolves.toEqual({
      community: { viewerMembership: { role: 'ANIMATOR' }, changes: { edges: [{ node: { kind: 'ANIMATOR_NAMED', actor: { id: it_.id } } }] } },
    });
  });
});
