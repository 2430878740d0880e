import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { peopleDomain } from '@parvis/people/server';
import { encodeCursor, EventHandlers, platformDomain } from '@parvis/platform/server';
import { communitiesDomain } from '../communities.domain.ts';
import { memberJoined } from '../communities.events.ts';
import { aCommunity } from '../testing/index.ts';

const JOIN = `mutation ($id: ID!) { joinCommunity(id: $id) { memberCount viewerMembership { status role } } }`;
const LEAVE = `mutation ($id: ID!) { leaveCommunity(id: $id) { communityId community { memberCount viewerMembership { status } } } }`;
const ADD = `mutation ($communityId: ID!, $personId: ID!) { addCommunityMember(communityId: $communityId, personId: $personId) { memberCount } }`;
const ACCEPT = `mutation ($id: ID!) { acceptJoinRequest(id: $id) { memberCount } }`;
const DECLINE = `mutation ($id: ID!) { declineJoinRequest(id: $id) { memberCount } }`;
const ROLE = `mutation ($communityId: ID!, $personId: ID!, $role: CommunityRole!) { setCommunityRole(communityId: $communityId, personId: $personId, role: $role) { viewerCanManage } }`;
const REQUESTS = `query ($id: ID!, $first: Int! = 20, $after: String) {
  community(id: $id) { joinRequests(first: $first, after: $after) { totalCount edges { node { id person { id } } } pageInfo { endCursor } } }
}`;
const MEMBERS = `query ($id: ID!, $first: Int! = 20, $after: String) {
  community(id: $id) { members(first: $first, after: $after) { totalCount edges { node { role person { id } } } pageInfo { endCursor } } }
}`;

interface Page {
  totalCount: number;
  edges: { node: { id: string; role: string; person: { id: string } } }[];
  pageInfo: { endCursor: string };
}

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, peopleDomain, communitiesDomain]);
});
afterAll(() => api.stop());

const aCompany = (number: number) => people(api.manager, number) as Promise<[PersonEntity, PersonEntity, PersonEntity]>;
const requestsFor = async (viewer: PersonEntity, id: string, page = {}) => (await api.as(viewer).send<{ community: { joinRequests: Page } }>(REQUESTS, { id, ...page })).community.joinRequests;
const membersFor = async (viewer: PersonEntity, id: string, page = {}) => (await api.as(viewer).send<{ community: { members: Page } }>(MEMBERS, { id, ...page })).community.members;
/** The id of the one request to join. */
const waitingIn = async (viewer: PersonEntity, id: string) => String((await requestsFor(viewer, id)).edges[0]?.node.id);
const peopleOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.person.id);

describe('joining', () => {
  it('lets people into an open community at once, makes them wait before a closed one, and hides a secret one', async () => {
    const [animator, newcomer] = await aCompany(2);
    const community = () => aCommunity().animatedBy(animator);
    const [open, closed, secret] = await Promise.all([community().save(api.manager), community().being('closed').save(api.manager), community().being('secret').save(api.manager)]);
    const join = (id: string) => api.as(newcomer).send(JOIN, { id });

    await expect(join(open.id)).resolves.toEqual({ joinCommunity: { memberCount: 2, viewerMembership: { status: 'MEMBER', role: 'MEMBER' } } });
    await expect(join(closed.id)).resolves.toEqual({ joinCommunity: { memberCount: 1, viewerMembership: { status: 'REQUESTED', role: null } } });
    await expect(join(secret.id)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(join(randomUUID())).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(join('17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
    await expect(api.anonymous().send(JOIN, { id: open.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('changes nothing the second time, not even an animator’s role', async () => {
    const [animator, newcomer] = await aCompany(2);
    const { id } = await aCommunity().being('closed').animatedBy(animator).save(api.manager);

    await Promise.all([api.as(newcomer).send(JOIN, { id }), api.as(newcomer).send(JOIN, { id })]);

    expect(await requestsFor(animator, id)).toMatchObject({ totalCount: 1 });
    await expect(api.as(animator).send(JOIN, { id })).resolves.toMatchObject({ joinCommunity: { viewerMembership: { role: 'ANIMATOR' } } });
  });
});

describe('leaving', () => {
  it('leaves an open community in sight and takes a secret one out of it', async () => {
    const [animator, member] = await aCompany(2);
    const open = await aCommunity().animatedBy(animator).with(member).save(api.manager);
    const secret = await aCommunity().being('secret').animatedBy(animator).with(member).save(api.manager);

    await expect(api.as(member).send(LEAVE, { id: open.id })).resolves.toEqual({ leaveCommunity: { communityId: open.id, community: { memberCount: 1, viewerMembership: null } } });
    await expect(api.as(member).send(LEAVE, { id: secret.id })).resolves.toEqual({ leaveCommunity: { communityId: secret.id, community: null } });
    await expect(api.as(member).send(LEAVE, { id: secret.id })).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(api.anonymous().send(LEAVE, { id: open.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.as(member).send(LEAVE, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
  });

  it('takes a waiting request back, and changes nothing for somebody who is not there', async () => {
    const [animator, newcomer] = await aCompany(2);
    const { id } = await aCommunity().being('closed').animatedBy(animator).save(api.manager);
    await api.as(newcomer).send(JOIN, { id });

    await expect(api.as(newcomer).send(LEAVE, { id })).resolves.toMatchObject({ leaveCommunity: { community: { viewerMembership: null } } });
    await expect(api.as(newcomer).send(LEAVE, { id })).resolves.toMatchObject({ leaveCommunity: { communityId: id } });
    expect(await requestsFor(animator, id)).toMatchObject({ totalCount: 0 });
  });

  it('keeps the last animator while others are left, and lets them go when alone', async () => {
    const [animator, member] = await aCompany(2);
    const { id } = await aCommunity().animatedBy(animator).with(member).save(api.manager);

    await expect(api.as(animator).send(LEAVE, { id })).rejects.toMatchObject({ code: 'COMMUNITY_LAST_ANIMATOR' });
    await api.as(member).send(LEAVE, { id });
    await expect(api.as(animator).send(LEAVE, { id })).resolves.toMatchObject({ leaveCommunity: { community: { memberCount: 0 } } });
  });

  it('keeps one of two animators who leave at the same moment', async () => {
    const [first, second, member] = await aCompany(3);
    const { id } = await aCommunity().animatedBy(first, second).with(member).save(api.manager);

    const left = await Promise.allSettled([api.as(first).send(LEAVE, { id }), api.as(second).send(LEAVE, { id })]);

    expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await membersFor(member, id)).edges.map(({ node }) => node.role)).toEqual(['ANIMATOR', 'MEMBER']);
  });
});

describe('requests to join', () => {
  it('are read by animators alone, oldest first, page by page', async () => {
    const [animator, member, ...waiting] = (await people(api.manager, 5)) as [PersonEntity, PersonEntity, PersonEntity, ...PersonEntity[]];
    const { id } = await aCommunity().being('closed').animatedBy(animator).with(member).save(api.manager);
    for (const person of waiting) await api.as(person).send(JOIN, { id });

    const first = await requestsFor(animator, id, { first: 2 });
    const rest = await requestsFor(animator, id, { first: 2, after: first.pageInfo.endCursor });

    expect([...peopleOf(first), ...peopleOf(rest)]).toEqual(waiting.map((person) => person.id));
    expect(first.totalCount).toBe(3);
    expect(await requestsFor(member, id)).toMatchObject({ totalCount: 0, edges: [] });
    expect(await requestsFor(waiting[0], id)).toMatchObject({ totalCount: 0, edges: [] });
    await expect(requestsFor(animator, id, { after: encodeCursor('not-an-id') })).rejects.toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
  });

  it.each([
    { verdict: 'accept', mutation: ACCEPT, field: 'acceptJoinRequest', memberCount: 3 },
    { verdict: 'decline', mutation: DECLINE, field: 'declineJoinRequest', memberCount: 2 },
  ])('$verdict: done by animators, once; the request does not exist for anybody else', async ({ mutation, field, memberCount }) => {
    const [animator, member, newcomer] = await aCompany(3);
    const community = await aCommunity().being('closed').animatedBy(animator).with(member).save(api.manager);
    await api.as(newcomer).send(JOIN, { id: community.id });
    const id = await waitingIn(animator, community.id);

    for (const other of [member, newcomer]) await expect(api.as(other).send(mutation, { id })).rejects.toMatchObject({ code: 'JOIN_REQUEST_NOT_FOUND' });
    await expect(api.anonymous().send(mutation, { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.as(animator).send(mutation, { id })).resolves.toEqual({ [field]: { memberCount } });
    await expect(api.as(animator).send(mutation, { id })).rejects.toMatchObject({ code: 'JOIN_REQUEST_NOT_FOUND' });
    await expect(api.as(animator).send(mutation, { id: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'id' });
    expect(await requestsFor(animator, community.id)).toMatchObject({ totalCount: 0 });
  });

  it('have one outcome when two animators answer them differently at the same moment', async () => {
    const [first, second, newcomer] = await aCompany(3);
    const community = await aCommunity().being('closed').animatedBy(first, second).save(api.manager);
    await api.as(newcomer).send(JOIN, { id: community.id });
    const id = await waitingIn(first, community.id);

    const [accepted, declined] = await Promise.allSettled([api.as(first).send(ACCEPT, { id }), api.as(second).send(DECLINE, { id })]);

    expect(accepted?.status).not.toBe(declined?.status);
    expect(await membersFor(first, community.id)).toMatchObject({ totalCount: accepted?.status === 'fulfilled' ? 3 : 2 });
  });
});

describe('members', () => {
  it('are brought in by animators alone', async () => {
    const [animator, member, colleague] = await aCompany(3);
    const { id: communityId } = await aCommunity().being('secret').animatedBy(animator).with(member).save(api.manager);
    const bring = { communityId, personId: colleague.id };

    await expect(api.as(member).send(ADD, bring)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    await expect(api.as(colleague).send(ADD, bring)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(api.anonymous().send(ADD, bring)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.as(animator).send(ADD, bring)).resolves.toEqual({ addCommunityMember: { memberCount: 3 } });
    await expect(api.as(animator).send(ADD, bring)).resolves.toEqual({ addCommunityMember: { memberCount: 3 } });
  });

  it('who left the company, do not exist or are named wrongly are refused by name', async () => {
    const [animator] = await aCompany(1);
    const gone = await aPerson().gone().save(api.manager);
    const { id: communityId } = await aCommunity().animatedBy(animator).save(api.manager);
    const add = (change: object) => api.as(animator).send(ADD, { communityId, personId: animator.id, ...change });

    for (const personId of [gone.id, randomUUID()]) await expect(add({ personId })).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND', field: 'personId' });
    await expect(add({ personId: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'personId' });
    await expect(add({ communityId: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'communityId' });
  });

  it('come out of the requests when an animator brings them in, and events name them as the database does', async () => {
    const [animator, newcomer] = await aCompany(2);
    const { id } = await aCommunity().being('closed').animatedBy(animator).save(api.manager);
    await api.as(newcomer).send(JOIN, { id });
    const told: object[] = [];
    api.app.get(EventHandlers).on(memberJoined, (event) => void told.push(event));

    await api.as(animator).send(ADD, { communityId: id.toUpperCase(), personId: newcomer.id.toUpperCase() });
    await api.settled();

    expect(await requestsFor(animator, id)).toMatchObject({ totalCount: 0 });
    expect(told).toContainEqual({ communityId: id, personId: newcomer.id, admittedById: animator.id });
  });

  it('become animators, and members again, by animators alone', async () => {
    const [animator, member, stranger] = await aCompany(3);
    const { id: communityId } = await aCommunity().being('secret').animatedBy(animator).with(member).save(api.manager);
    const make = (by: PersonEntity, person: PersonEntity, role: string) => api.as(by).send(ROLE, { communityId, personId: person.id, role });
    const roles = async () => (await membersFor(animator, communityId)).edges.map(({ node }) => node.role);

    await expect(make(member, member, 'ANIMATOR')).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    await expect(make(stranger, member, 'ANIMATOR')).rejects.toMatchObject({ code: 'COMMUNITY_NOT_FOUND' });
    await expect(api.anonymous().send(ROLE, { communityId, personId: member.id, role: 'ANIMATOR' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(make(animator, animator, 'MEMBER')).rejects.toMatchObject({ code: 'COMMUNITY_LAST_ANIMATOR' });
    await expect(make(animator, member, 'ANIMATOR')).resolves.toEqual({ setCommunityRole: { viewerCanManage: true } });
    expect(await roles()).toEqual(['ANIMATOR', 'ANIMATOR']);
    await expect(make(animator, animator, 'MEMBER')).resolves.toEqual({ setCommunityRole: { viewerCanManage: false } });
    expect(await roles()).toEqual(['ANIMATOR', 'MEMBER']);
  });

  it('get no role when they are none, or when they are named wrongly', async () => {
    const [animator, stranger] = await aCompany(2);
    const { id: communityId } = await aCommunity().animatedBy(animator).save(api.manager);
    const make = (change: object) => api.as(animator).send(ROLE, { communityId, personId: stranger.id, role: 'ANIMATOR', ...change });

    await expect(make({})).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND', field: 'personId' });
    await expect(make({ communityId: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'communityId' });
    await expect(make({ personId: '17' })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'personId' });
    await expect(make({ role: 'OWNER' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('are listed animators first, then as they joined, page by page', async () => {
    const [animator, ...others] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, ...PersonEntity[]];
    const { id } = await aCommunity().with(...others).animatedBy(animator).save(api.manager);

    const first = await membersFor(others[0], id, { first: 3 });
    const rest = await membersFor(others[0], id, { first: 3, after: first.pageInfo.endCursor });

    expect([...peopleOf(first), ...peopleOf(rest)]).toEqual([animator, ...others].map((person) => person.id));
    await expect(membersFor(others[0], id, { after: encodeCursor('member', 'not-an-id') })).rejects.toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
  });
});

const REMOVE = `mutation ($communityId: ID!, $personId: ID!) { removeCommunityMember(communityId: $communityId, personId: $personId) { memberCount } }`;
const TRANSFER = `mutation ($communityId: ID!, $personId: ID!) { transferCommunity(communityId: $communityId, personId: $personId) { viewerCanManage } }`;

describe('putting a member out', () => {
  it('is done by animators alone, and the way back is the one for everybody', async () => {
    const [animator, member, other] = await aCompany(3);
    const { id: communityId } = await aCommunity().being('closed').animatedBy(animator).with(member, other).save(api.manager);
    const remove = (by: PersonEntity, personId: string) => api.as(by).send(REMOVE, { communityId, personId });

    await expect(remove(other, member.id)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    await expect(api.anonymous().send(REMOVE, { communityId, personId: member.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(remove(animator, animator.id)).rejects.toMatchObject({ code: 'COMMUNITY_OWN_REMOVAL', field: 'personId' });
    await expect(remove(animator, member.id)).resolves.toEqual({ removeCommunityMember: { memberCount: 2 } });
    await expect(remove(animator, member.id)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND', field: 'personId' });
    await expect(remove(animator, '17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'personId' });
    await expect(api.as(member).send(JOIN, { id: communityId })).resolves.toMatchObject({ joinCommunity: { viewerMembership: { status: 'REQUESTED' } } });
  });
});

describe('handing the animation over', () => {
  it('makes the member animate and the animator a member, in one step, by animators alone', async () => {
    const [animator, member, stranger] = await aCompany(3);
    const { id: communityId } = await aCommunity().animatedBy(animator).with(member).save(api.manager);
    const gone = await aPerson().gone().save(api.manager);
    await api.manager.insert('membership', { id: randomUUID(), communityId, personId: gone.id, role: 'member', joinedAt: new Date() });
    const transfer = (by: PersonEntity, personId: string) => api.as(by).send(TRANSFER, { communityId, personId });

    for (const other of [member, stranger]) await expect(transfer(other, member.id)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
    await expect(api.anonymous().send(TRANSFER, { communityId, personId: member.id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const personId of [stranger.id, animator.id, gone.id]) await expect(transfer(animator, personId)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND', field: 'personId' });
    await expect(transfer(animator, '17')).rejects.toMatchObject({ code: 'ID_INVALID', field: 'personId' });
    await expect(transfer(animator, member.id)).resolves.toEqual({ transferCommunity: { viewerCanManage: false } });
    expect((await membersFor(member, communityId)).edges[0]?.node).toEqual({ role: 'ANIMATOR', person: { id: member.id } });
    await expect(transfer(animator, animator.id)).rejects.toMatchObject({ code: 'COMMUNITY_NOT_ANIMATOR' });
  });

  it('is needed before the last animator still in the company leaves', async () => {
    const [animator, member] = await aCompany(2);
    const gone = await aPerson().gone().save(api.manager);
    const { id } = await aCommunity().animatedBy(animator, gone).with(member).save(api.manager);
    await expect(api.as(animator).send(LEAVE, { id })).rejects.toMatchObject({ code: 'COMMUNITY_LAST_ANIMATOR' });
  });
});

describe('searching among members', () => {
  it('goes by name and department, for those who may read', async () => {
    const [ines, jean] = await Promise.all([aPerson().named('Inès Dupont').in('Legal').save(api.manager), aPerson().named('Jean Petit').in('Sales').save(api.manager)]);
    const [stranger] = await aCompany(1);
    const { id } = await aCommunity().being('closed').animatedBy(ines).with(jean).save(api.manager);
    const find = async (viewer: PersonEntity, filter: object) =>
      peopleOf((await api.as(viewer).send<{ community: { members: Page } }>(`query ($id: ID!, $search: String, $department: String) { community(id: $id) { members(search: $search, department: $department) { edges { node { person { id } } } } } }`, { id, ...filter })).community.members);

    expect(await find(jean, { search: 'ines dupond' })).toEqual([ines.id]);
    expect(await find(jean, { department: 'Sales' })).toEqual([jean.id]);
    expect(await find(jean, { search: 'ines', department: 'Sales' })).toEqual([]);
    expect(await find(jean, { department: 'a\u0000b' })).toEqual([]);
    expect(await find(stranger, { search: 'ines' })).toEqual([]);
  });
});
