import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { Departures, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { aCampaign } from '@parvis/ideas/server/testing';
import { Transactions } from '@parvis/platform/server';
import { domains } from './domains.ts';

const LIST = '{ legaciesOfLeavers { id kind subjectId title leaver { id } } }';
const TAKE = 'mutation ($input: TakeOverLegacyInput!) { takeOverLegacy(input: $input) }';
const NOTES = '{ notifications(first: 10) { edges { node { kind target { type id title } } } } }';

let api: TestApi;
let boss: PersonEntity, colleague: PersonEntity, stranger: PersonEntity, it_: PersonEntity;
beforeAll(async () => {
  api = await TestApi.start(domains);
  boss = await aPerson().named('Bruno Boss').save(api.manager);
  [colleague, stranger] = [await aPerson().named('Cora Colleague').save(api.manager), await aPerson().named('Stan Stranger').save(api.manager)];
  it_ = await aPerson().named('Ivan It').being('it').save(api.manager);
});
afterAll(() => api.stop());

interface Listed {
  kind: string;
  subjectId: string;
  title: string;
}
const offered = async (person: PersonEntity) => (await api.as(person).send<{ legaciesOfLeavers: Listed[] }>(LIST)).legaciesOfLeavers;
const ids = async (person: PersonEntity) => (await offered(person)).map(({ subjectId }) => subjectId);
const take = (person: PersonEntity, kind: string, subjectId: string) => api.as(person).send(TAKE, { input: { kind, subjectId } });
const aLeaver = () => aPerson().named('Lou Leaver').reportingTo(boss).save(api.manager);
const leave = async ({ id }: PersonEntity) => {
  await api.app.get(Transactions).run((tx) => api.app.get(Departures, { strict: false }).leave(tx, id));
  await api.settled();
};
const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Which torque?' }] }] };
const logged = async (subject: string) => (await api.manager.query(`SELECT actor_id AS actor FROM audit_entry WHERE action = 'people.taken-over' AND details ->> 'subject' = $1`, [subject])).map(({ actor }: { actor: string }) => actor);

describe('what somebody who left kept alone', () => {
  it('a closed community is offered to its members, who animate it by a click, and to nobody else', async () => {
    const leaver = await aLeaver();
    const community = await aCommunity().being('secret').named('Quiet room').animatedBy(leaver).with(colleague).save(api.manager);
    const shared = await aCommunity().being('closed').animatedBy(leaver, stranger).with(colleague).save(api.manager);
    expect(await ids(colleague)).toEqual([]);
    await leave(leaver);
    expect(await offered(colleague)).toMatchObject([{ kind: 'COMMUNITY', subjectId: community.id, title: 'Quiet room', leaver: { id: leaver.id } }]);
    for (const person of [boss, stranger, it_]) {
      expect(await ids(person)).toEqual([]);
      await expect(take(person, 'COMMUNITY', community.id)).rejects.toMatchObject({ code: 'LEGACY_NOT_FOUND' });
    }
    await expect(take(colleague, 'COMMUNITY', shared.id)).rejects.toMatchObject({ code: 'LEGACY_NOT_FOUND' });
    await expect(take(colleague, 'COMMUNITY', 'x')).rejects.toMatchObject({ code: 'ID_INVALID' });
    const told = await api.as(colleague).send<{ notifications: { edges: { node: object }[] } }>(NOTES);
    expect(told.notifications.edges.map(({ node }) => node)).toMatchObject([{ kind: 'LEGACY', target: { type: 'legacy-community', id: community.id, title: 'Quiet room' } }]);
    // Whoever administers people hears how much there is, and no name.
    const counts = await api.confirmed(it_).send('query ($id: ID!) { administeredPerson(id: $id) { legacyCounts { kind count } } }', { id: leaver.id });
    expect(counts).toEqual({ administeredPerson: { legacyCounts: [{ kind: 'COMMUNITY', count: 1 }] } });

    await expect(take(colleague, 'COMMUNITY', community.id)).resolves.toEqual({ takeOverLegacy: true });
    await expect(api.as(colleague).send('query ($id: ID!) { community(id: $id) { viewerMembership { role } } }', { id: community.id })).resolves.toEqual({ community: { viewerMembership: { role: 'ANIMATOR' } } });
    expect(await ids(colleague)).toEqual([]);
    await expect(take(colleague, 'COMMUNITY', community.id)).rejects.toMatchObject({ code: 'LEGACY_NOT_FOUND' });
    expect(await logged(community.id)).toEqual([colleague.id]);
  });

  it('is offered no more to anybody once they are back', async () => {
    const leaver = await aLeaver();
    await aCommunity().being('closed').animatedBy(leaver).with(stranger).save(api.manager);
    await leave(leaver);
    expect(await ids(stranger)).toHaveLength(1);
    await api.app.get(Transactions).run((tx) => api.app.get(Departures, { strict: false }).comeBack(tx, leaver.id));
    expect(await ids(stranger)).toEqual([]);
  });

  it('a campaign is offered to its sponsor, moderators and the manager of whoever left, as far as they see it', async () => {
    const leaver = await aLeaver();
    const sponsor = await aPerson().being('executive').save(api.manager);
    const campaign = await aCampaign({ owner: leaver, sponsor }).save(api.manager);
    const draft = await aCampaign({ owner: leaver, sponsor }).at('draft').save(api.manager);
    await leave(leaver);
    expect(await ids(boss)).toEqual([campaign.id]);
    expect(new Set(await ids(sponsor))).toEqual(new Set([campaign.id, draft.id]));
    expect(await ids(colleague)).toEqual([]);
    await expect(take(colleague, 'CAMPAIGN', campaign.id)).rejects.toMatchObject({ code: 'LEGACY_NOT_FOUND' });
    await expect(take(boss, 'CAMPAIGN', campaign.id)).resolves.toEqual({ takeOverLegacy: true });
    await expect(api.as(boss).send('query ($id: ID!) { campaign(id: $id) { owner { id } } }', { id: campaign.id })).resolves.toEqual({ campaign: { owner: { id: boss.id } } });
  });

  it('a question is offered to those who answered it and to the manager, who then say what helped', async () => {
    const leaver = await aLeaver();
    const { createPost } = await api.as(leaver).send<{ createPost: { id: string } }>('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input: { key: randomUUID(), kind: 'QUESTION', title: 'Which torque?', body } });
    const { addComment } = await api.as(colleague).send<{ addComment: { id: string } }>('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input: { key: randomUUID(), subject: { type: 'post', id: createPost.id }, body } });
    await leave(leaver);
    const accept = (person: PersonEntity) => api.as(person).send('mutation ($id: ID!) { acceptAnswer(id: $id, accepted: true) { id } }', { id: addComment.id });
    expect(await ids(colleague)).toEqual([createPost.id]);
    expect(await ids(boss)).toEqual([createPost.id]);
    expect(await ids(stranger)).toEqual([]);
    await expect(accept(boss)).rejects.toMatchObject({ code: 'ANSWER_NOT_YOURS_TO_ACCEPT' });
    await take(boss, 'QUESTION', createPost.id);
    expect(await ids(colleague)).toEqual([]);
    await expect(accept(boss)).resolves.toBeDefined();
  });
});
