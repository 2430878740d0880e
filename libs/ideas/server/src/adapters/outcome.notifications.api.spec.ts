import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { NotificationEntity } from '@parvis/notifications/server';
import { Jobs } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { campaignTurns } from '../phase/campaign-turns.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';

const ANSWER = 'mutation ($input: AnswerIdeaInput!) { answerIdea(input: $input) { id } }';
const CHANGE = 'mutation ($input: ChangeIdeaAnswerInput!) { changeIdeaAnswer(input: $input) { id } }';

let api: TestApi;
let author: PersonEntity, coauthor: PersonEntity, follower: PersonEntity, muted: PersonEntity, owner: PersonEntity, sponsor: PersonEntity, stranger: PersonEntity, supporter: PersonEntity;
let campaign: CampaignEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').in('Moon').save(api.manager);
  [owner, author, coauthor, stranger] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  [follower, supporter, muted] = (await Promise.all([1, 2, 3].map(() => aPerson().in('Moon').save(api.manager)))) as [PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).for('Moon').at('decide').save(api.manager);
});

const follows = (person: PersonEntity, subjectType: string, subjectId: string, state = 'following') =>
  api.manager.query('INSERT INTO thread_follow (subject_id, person_id, subject_type, state, since) VALUES ($1, $2, $3, $4, now())', [subjectId, person.id, subjectType, state]);
const told = async (kind: NotificationEntity['kind'], subjectId: string) => {
  await api.settled();
  return api.manager.findBy(NotificationEntity, { kind, subjectId });
};
const ids = (...list: { id: string }[]) => list.map(({ id }) => id).toSorted();
const recipients = async (kind: NotificationEntity['kind'], subjectId: string) => (await told(kind, subjectId)).map(({ recipientId }) => recipientId).toSorted();

describe('what becomes of an idea', () => {
  it('is told to its authors, supporters and followers who still see it, each once for each answer', async () => {
    const idea = await anIdea(author).in(campaign).with(coauthor).save(api.manager);
    await follows(follower, 'idea', idea.id);
    await follows(muted, 'idea', idea.id, 'muted');
    // They see it no more: the campaign is for others now.
    await follows(stranger, 'idea', idea.id);
    for (const person of [supporter, muted, stranger, sponsor]) await api.manager.query('INSERT INTO idea_support (idea_id, person_id, created_at) VALUES ($1, $2, now())', [idea.id, person.id]);
    await api.as(sponsor).send(ANSWER, { input: { key: randomUUID(), ideaId: idea.id, outcome: 'LATER', reason: richTextOf('Next year.') } });
    expect(await recipients('idea-answer', idea.id)).toEqual(ids(author, coauthor, follower, supporter));
    await api.as(owner).send(CHANGE, { input: { ideaId: idea.id, version: 1, outcome: 'SELECTED', reason: richTextOf('Now.') } });
    const again = await told('idea-answer', idea.id);
    expect(again.find(({ recipientId }) => recipientId === author.id)).toMatchObject({ happenedCount: 2, actorIds: [owner.id, sponsor.id] });
    expect(again.map(({ recipientId }) => recipientId).toSorted()).toEqual(ids(author, coauthor, follower, supporter, sponsor));
  });

  it('is told when it is put away', async () => {
    const idea = await anIdea(author).in(campaign).save(api.manager);
    await follows(follower, 'idea', idea.id);
    await api.as(owner).send('mutation ($id: ID!) { archiveIdea(id: $id, reason: "Said before.") { id } }', { id: idea.id });
    expect(await recipients('idea-news', idea.id)).toEqual(ids(author, follower));
  });
});

describe('the course of a campaign', () => {
  it('is told to followers and authors, a turn once however often its job runs', async () => {
    await anIdea(follower).in(campaign).save(api.manager);
    await anIdea(supporter).in(campaign).being('draft').save(api.manager);
    await follows(muted, 'campaign', campaign.id, 'muted');
    for (let i = 0; i < 3; i++) await api.app.get(Jobs).run(campaignTurns, { campaignId: campaign.id });
    expect((await told('campaign-phase', campaign.id)).map(({ recipientId, happenedCount }) => [recipientId, happenedCount]).toSorted()).toEqual(ids(follower, owner).map((id) => [id, 1]));
    await moveTo(api.manager, campaign, 'review');
    await api.app.get(Jobs).run(campaignTurns, { campaignId: campaign.id });
    expect((await told('campaign-phase', campaign.id)).map(({ happenedCount }) => happenedCount)).toEqual([2, 2]);
  });

  it('is told when a phase is extended, with nothing to whoever decided it', async () => {
    await follows(follower, 'campaign', campaign.id);
    await api.as(owner).send('mutation ($id: ID!) { extendPhase(id: $id, kind: DECIDE, closes: "2099-01-01T10:00", reason: "Holidays.") { id } }', { id: campaign.id });
    expect(await recipients('campaign-phase', campaign.id)).toEqual(ids(follower));
  });

  it('is told when it is called off', async () => {
    await follows(follower, 'campaign', campaign.id);
    await api.as(sponsor).send('mutation ($id: ID!) { cancelCampaign(id: $id, reason: "No money.") { id } }', { id: campaign.id });
    expect(await recipients('campaign-phase', campaign.id)).toEqual(ids(follower, owner));
  });
});
