import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { NotificationEntity } from '@parvis/notifications/server';
import { dayMs, Jobs } from '@parvis/platform/server';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea } from '../testing/index.ts';
import { answerReminders, remindersOf } from './answer-reminders.ts';

const CLOSE = 'mutation ($id: ID!) { closeCampaign(id: $id) { stage closedAt } }';
const EXTENDED = 'mutation ($input: ChangeCampaignInput!) { changeCampaign(input: $input) { answersDueOn } }';
const PLAN = '{ version question context rules criteria { id label weight } resources budget hashtag banner { pattern tone } sponsor { id } timeZone phases { kind opens closes } answersDueOn }';
const WAITING = 'query ($id: ID!) { campaign(id: $id) { waitingAnswers { count isOverdue } } }';
const OVERDUE = '{ overdueAnswers { campaign { id } answersDueOn count } }';

let api: TestApi;
let jobs: Jobs;
let author: PersonEntity, owner: PersonEntity, moderator: PersonEntity, sponsor: PersonEntity, follower: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  jobs = api.app.get(Jobs);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, moderator, follower] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
});

const dayIn = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
const campaignAt = (stage: Parameters<ReturnType<typeof aCampaign>['at']>[0], change: Partial<CampaignEntity> = {}) => aCampaign({ owner, sponsor }).at(stage).moderatedBy(moderator).being(change).save(api.manager);
const answered = (ideaId: string, outcome = 'no') =>
  api.manager.query(`INSERT INTO idea_answer (idea_id, author_id, signed_as, key, outcome, reason, reason_text, link, version, created_at) VALUES ($1, $2, 'owner', $3, $4, $5, 'No.', '', 1, now())`, [ideaId, owner.id, randomUUID(), outcome, richTextOf('No.')]);
const told = async (kind: string, subjectId: string): Promise<{ recipientId: string; happenedCount: number }[]> => {
  await api.settled();
  return api.manager.find(NotificationEntity, { where: { kind: kind as NotificationEntity['kind'], subjectId }, order: { recipientId: 'ASC' } });
};
const recipients = async (kind: string, subjectId: string) => (await told(kind, subjectId)).map(({ recipientId }) => recipientId).toSorted();

describe('closing a campaign', () => {
  it('needs an answer to every idea but those withdrawn, put away or merged', async () => {
    const campaign = await campaignAt('over');
    const [one, two] = [await anIdea(author).in(campaign).save(api.manager), await anIdea(author).in(campaign).save(api.manager)];
    for (const state of ['draft', 'withdrawn', 'archived'] as const) await anIdea(author).in(campaign).being(state).save(api.manager);
    const merged = await anIdea(author).in(campaign).save(api.manager);
    await api.manager.query(`UPDATE idea SET state = 'merged', merged_into_id = $2 WHERE id = $1`, [merged.id, one.id]);
    await expect(api.as(owner).send(CLOSE, { id: campaign.id })).rejects.toMatchObject({ code: 'CAMPAIGN_UNANSWERED', params: { count: 2 } });
    await answered(one.id);
    await expect(api.as(sponsor).send(CLOSE, { id: campaign.id })).rejects.toMatchObject({ code: 'CAMPAIGN_UNANSWERED', params: { count: 1 } });
    await answered(two.id, 'later');
    for (const person of [author, moderator]) await expect(api.as(person).send(CLOSE, { id: campaign.id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(sponsor).send(CLOSE, { id: campaign.id })).resolves.toMatchObject({ closeCampaign: { stage: 'CLOSED' } });
    // Whoever sends it again is told that it is done, and when it was.
    const { closedAt } = await api.manager.findOneByOrFail(CampaignEntity, { id: campaign.id });
    await expect(api.as(owner).send(CLOSE, { id: campaign.id })).resolves.toEqual({ closeCampaign: { stage: 'CLOSED', closedAt: closedAt?.toISOString() } });
  });

  it.each(['announced', 'gather', 'review', 'cancelled'] as const)('is refused while it is %s', async (stage) => {
    const campaign = await campaignAt(stage);
    await expect(api.as(owner).send(CLOSE, { id: campaign.id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW', params: { action: 'close' } });
  });

  it('is for campaigns that there are', async () => {
    await expect(api.as(owner).send(CLOSE, { id: randomUUID() })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' });
    await expect(api.as(owner).send(CLOSE, { id: '1' })).rejects.toMatchObject({ code: 'ID_INVALID' });
  });

  it('is told to those who made ideas in it, follow it or answer for it', async () => {
    const campaign = await campaignAt('over');
    await answered((await anIdea(author).in(campaign).save(api.manager)).id);
    await api.manager.query(`INSERT INTO thread_follow (subject_id, person_id, subject_type, state, since) VALUES ($1, $2, 'campaign', 'following', now())`, [campaign.id, follower.id]);
    await api.as(sponsor).send(CLOSE, { id: campaign.id });
    expect(await recipients('campaign-phase', campaign.id)).toEqual([author.id, follower.id, owner.id].toSorted());
  });
});

describe('answers that are owed', () => {
  it('are counted for sponsor and owner alone, and are late after the last day', async () => {
    const campaign = await campaignAt('over', { answersDueOn: dayIn(3) });
    await anIdea(author).in(campaign).save(api.manager);
    const waiting = async (person: PersonEntity) => (await api.as(person).send<{ campaign: { waitingAnswers: unknown } }>(WAITING, { id: campaign.id })).campaign.waitingAnswers;
    for (const person of [owner, sponsor]) expect(await waiting(person)).toEqual({ count: 1, isOverdue: false });
    for (const person of [author, moderator]) expect(await waiting(person)).toBeNull();
    await api.manager.query('UPDATE campaign SET answers_due_on = $2 WHERE id = $1', [campaign.id, dayIn(-2)]);
    expect(await waiting(sponsor)).toEqual({ count: 1, isOverdue: true });
  });

  it('are late for HR as a count of each campaign, without a name of one that is not for them, and for nobody else', async () => {
    const hr = await aPerson().being('hr').save(api.manager);
    const open = await campaignAt('over', { answersDueOn: dayIn(-2) });
    const moon = await aCampaign({ owner, sponsor }).for('Moon').at('over').being({ answersDueOn: dayIn(-3) }).save(api.manager);
    for (const campaign of [open, moon, moon]) await anIdea(author).in(campaign).save(api.manager);
    const late = async (person: PersonEntity) => (await api.as(person).send<{ overdueAnswers: { campaign: { id: string } | null; count: number; answersDueOn: string }[] | null }>(OVERDUE)).overdueAnswers;
    const mine = (await late(hr))?.filter(({ campaign, answersDueOn }) => campaign?.id === open.id || (campaign === null && answersDueOn === dayIn(-3)));
    expect(mine).toEqual([{ campaign: null, answersDueOn: dayIn(-3), count: 2 }, { campaign: { id: open.id }, answersDueOn: dayIn(-2), count: 1 }]);
    for (const person of [author, owner, sponsor]) expect(await late(person)).toBeNull();
    await api.manager.query('UPDATE campaign SET closed_at = now() WHERE id = $1', [open.id]);
    expect((await late(hr))?.some(({ campaign }) => campaign?.id === open.id)).toBe(false);
  });
});

describe('the reminder of answers', () => {
  it('comes three days before the last day and the day after it, at nine by the clock of the campaign, also when it changes', () => {
    const times = remindersOf({ answersDueOn: '2026-10-26', timeZone: 'Europe/Paris' }).map(({ at }) => at.toISOString());
    expect(times).toEqual(['2026-10-23T07:00:00.000Z', '2026-10-27T08:00:00.000Z']);
  });

  it('goes to sponsor and owner once, however often its job runs, while an answer is owed', async () => {
    const campaign = await campaignAt('over', { answersDueOn: dayIn(-2) });
    await jobs.run(answerReminders, { campaignId: campaign.id });
    expect(await recipients('answers-due', campaign.id)).toEqual([]);
    await anIdea(author).in(campaign).save(api.manager);
    for (let i = 0; i < 3; i++) await jobs.run(answerReminders, { campaignId: campaign.id });
    expect((await told('answers-due', campaign.id)).map(({ recipientId, happenedCount }) => [recipientId, happenedCount])).toEqual([owner.id, sponsor.id].toSorted().map((id) => [id, 1]));
  });

  it('is planned when the campaign is published, anew when the day is put off, and no more once it is closed', async () => {
    const campaign = await campaignAt('announced', { publishedAt: null, answersDueOn: dayIn(90) });
    await api.manager.query(`UPDATE campaign_phase SET opens_at = date_trunc('minute', opens_at), closes_at = date_trunc('minute', closes_at) WHERE campaign_id = $1`, [campaign.id]);
    await api.as(owner).send('mutation ($id: ID!) { publishCampaign(id: $id) { id } }', { id: campaign.id });
    const planned = async (): Promise<string[]> =>
      (await api.manager.query(`SELECT to_char(start_after AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM pgboss.job WHERE name = $1 AND singleton_key = $2 AND state < 'active'`, [answerReminders.name, campaign.id])).map(({ day }: { day: string }) => day);
    expect(await planned()).toEqual([dayIn(87)]);
    const { campaign: plan } = await api.as(owner).send<{ campaign: { sponsor: { id: string } } }>(`query ($id: ID!) { campaign(id: $id) ${PLAN} }`, { id: campaign.id });
    const { sponsor: by, ...words } = plan;
    await api.as(owner).send(EXTENDED, { input: { ...words, id: campaign.id, sponsorId: by.id, audience: {}, answersDueOn: dayIn(95) } });
    expect(await planned()).toEqual([dayIn(92)]);
    await api.as(owner).send('mutation ($id: ID!) { cancelCampaign(id: $id, reason: "No money.") { id } }', { id: campaign.id });
    expect(await planned()).toEqual([]);
  });
});
