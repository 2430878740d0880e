import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { NotificationEntity } from '@parvis/notifications/server';
import { DateTime } from 'luxon';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, moveTo } from '../testing/index.ts';

const CAMPAIGN = `id version question resources stage budget hashtag commitment commitmentDueOn answersDueOn timeZone criteria { id label weight } owner { id } sponsor { id } banner { pattern tone }
  audience { everyone departments communities { id } } phases { kind opens closes opensAt closesAt extensions { reason by { id } } } viewerRoles viewerCommands`;
const DRAFT = `mutation ($input: DraftCampaignInput!) { draftCampaign(input: $input) { ${CAMPAIGN} } }`;
const CHANGE = `mutation ($input: ChangeCampaignInput!) { changeCampaign(input: $input) { ${CAMPAIGN} } }`;
const COMMIT = `mutation ($id: ID!, $commitment: String! = "The best is done.", $dueOn: String!) { commitToCampaign(id: $id, commitment: $commitment, dueOn: $dueOn) { ${CAMPAIGN} committedAt } }`;
const PUBLISH = `mutation ($id: ID!) { publishCampaign(id: $id) { ${CAMPAIGN} } }`;
const EXTEND = `mutation ($id: ID!, $kind: PhaseKind!, $closes: String!, $reason: String! = "Holidays.") { extendPhase(id: $id, kind: $kind, closes: $closes, reason: $reason) { ${CAMPAIGN} } }`;
const CANCEL = `mutation ($id: ID!, $reason: String! = "No money.") { cancelCampaign(id: $id, reason: $reason) { stage cancellationReason } }`;
const ONE = `query ($id: ID!) { campaign(id: $id) { ${CAMPAIGN} } }`;
const LIST = `query ($period: CampaignPeriod!, $first: Int! = 20, $after: String) { campaigns(period: $period, first: $first, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

interface Campaign {
  id: string;
  version: number;
  resources: string;
  stage: string;
  criteria: { id: string; label: string; weight: number }[];
  phases: { kind: string; opens: string; closes: string; opensAt: string; closesAt: string }[];
  viewerCommands: string[];
}

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, employee: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, employee] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
});

const inDays = (days: number, time: string): string => `${DateTime.now().setZone('Europe/Paris').plus({ days }).toFormat('yyyy-MM-dd')}T${time}`;
const dayIn = (days: number): string => inDays(days, '').slice(0, 10);
const plan = (change = {}) => ({
  key: randomUUID(),
  question: 'How do we waste less?',
  context: richTextOf('Bins are full.'),
  criteria: [{ label: 'Effect', weight: 2 }],
  hashtag: '#LessWaste',
  banner: { pattern: 'WAVES', tone: 'MOSS' },
  sponsorId: sponsor.id,
  audience: {},
  timeZone: 'Europe/Paris',
  phases: [
    { kind: 'VOTE', opens: inDays(12, '09:00'), closes: inDays(20, '18:00') },
    { kind: 'GATHER', opens: inDays(1, '09:00'), closes: inDays(10, '18:00') },
  ],
  answersDueOn: dayIn(40),
  ...change,
});
const drafted = async (change = {}): Promise<Campaign> => (await api.as(owner).send<{ draftCampaign: Campaign }>(DRAFT, { input: plan(change) })).draftCampaign;
const published = async (change = {}): Promise<Campaign> => {
  const { id } = await drafted(change);
  await api.as(sponsor).send(COMMIT, { id, dueOn: dayIn(60) });
  return (await api.as(owner).send<{ publishCampaign: Campaign }>(PUBLISH, { id })).publishCampaign;
};
const seenBy = async (person: PersonEntity, id: string): Promise<Campaign | null> => (await api.as(person).send<{ campaign: Campaign | null }>(ONE, { id })).campaign;
const told = async (person: PersonEntity) => (await api.manager.findBy(NotificationEntity, { recipientId: person.id })).map(({ kind }) => kind);

describe('preparing a campaign', () => {
  it('keeps what it is to be, phases in their order by the clock of its zone', async () => {
    await expect(drafted({ budget: 40_000 })).resolves.toMatchObject({
      question: 'How do we waste less?', stage: 'DRAFT', budget: 40_000, hashtag: 'lesswaste', owner: { id: owner.id }, sponsor: { id: sponsor.id }, banner: { pattern: 'WAVES', tone: 'MOSS' },
      criteria: [{ label: 'Effect', weight: 2 }], audience: { everyone: true, departments: [], communities: [] }, commitment: '', viewerRoles: ['OWNER'],
      phases: [{ kind: 'GATHER', opens: inDays(1, '09:00'), closes: inDays(10, '18:00') }, { kind: 'VOTE', opens: inDays(12, '09:00') }],
    });
  });

  it('is seen by who prepares it alone', async () => {
    const { id } = await drafted();
    expect(await seenBy(owner, id)).toMatchObject({ id, viewerCommands: expect.arrayContaining(['PREPARE', 'PUBLISH', 'CANCEL']) });
    expect(await seenBy(sponsor, id)).toMatchObject({ id, viewerCommands: expect.arrayContaining(['COMMIT']) });
    expect(await seenBy(employee, id)).toBeNull();
    await expect(api.anonymous().send(ONE, { id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(api.anonymous().send(DRAFT, { input: plan() })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('asks the executive who is named to sign', async () => {
    await drafted();
    await api.settled();
    expect(await told(sponsor)).toEqual(['campaign-sponsor']);
  });

  it('makes one campaign of two tries with the same key, even at once', async () => {
    const input = plan();
    const [first, second] = await Promise.all([api.as(owner).send(DRAFT, { input }), api.as(owner).send(DRAFT, { input })]);
    expect(second).toEqual(first);
  });

  it('reads the hour that comes twice, on the last Sunday of October, as the first, and the one that is skipped as the next', async () => {
    const { phases } = await drafted({
      phases: [
        { kind: 'GATHER', opens: '2030-03-31T02:30', closes: '2030-10-27T02:30' },
        { kind: 'VOTE', opens: '2030-10-27T03:00', closes: '2030-11-02T12:00' },
      ],
      answersDueOn: '2030-12-01',
    });
    expect(phases).toMatchObject([{ opensAt: '2030-03-31T01:30:00.000Z', opens: '2030-03-31T03:30', closesAt: '2030-10-27T00:30:00.000Z', closes: '2030-10-27T02:30' }, { opensAt: '2030-10-27T02:00:00.000Z' }]);
  });

  it.each([
    ['no question', () => ({ question: ' ' }), 'TEXT_REQUIRED', 'question'],
    ['a question too long', () => ({ question: 'x'.repeat(201) }), 'TEXT_TOO_LONG', 'question'],
    ['a sponsor who is no executive', () => ({ sponsorId: employee.id }), 'CAMPAIGN_SPONSOR_INVALID', 'sponsorId'],
    ['a department that nobody is in', () => ({ audience: { departments: ['Moon'] } }), 'CAMPAIGN_AUDIENCE_INVALID', 'audience'],
    ['a community that is none', () => ({ audience: { communityIds: [randomUUID()] } }), 'CAMPAIGN_AUDIENCE_INVALID', 'audience'],
    ['criteria that say the same', () => ({ criteria: [{ label: 'Ease', weight: 1 }, { label: 'ease', weight: 2 }] }), 'CAMPAIGN_CRITERIA_INVALID', 'criteria'],
    ['a weight of nothing', () => ({ criteria: [{ label: 'Ease', weight: 0 }] }), 'CAMPAIGN_CRITERIA_INVALID', 'criteria'],
    ['half a euro', () => ({ budget: 0.5 }), 'CAMPAIGN_AMOUNT_INVALID', 'budget'],
    ['a hashtag of two words', () => ({ hashtag: 'less waste' }), 'CAMPAIGN_HASHTAG_INVALID', 'hashtag'],
    ['a zone that is none', () => ({ timeZone: 'Europe/Nowhere' }), 'TIME_ZONE_UNKNOWN', 'timeZone'],
    ['a phase at no time', () => ({ phases: [{ kind: 'VOTE', opens: 'soon', closes: inDays(3, '09:00') }] }), 'PHASE_TIME_INVALID', 'phases'],
    ['two phases at once', () => ({ phases: [{ kind: 'GATHER', opens: inDays(1, '09:00'), closes: inDays(9, '09:00') }, { kind: 'VOTE', opens: inDays(8, '09:00'), closes: inDays(12, '09:00') }] }), 'PHASES_INVALID', 'phases'],
    ['a day that is none', () => ({ answersDueOn: '2026-02-30' }), 'CAMPAIGN_DAY_INVALID', 'answersDueOn'],
    ['a context of unknown nodes', () => ({ context: { type: 'doc', content: [{ type: 'script' }] } }), 'RICH_TEXT_NOT_ALLOWED', 'context'],
    ['a key that is none', () => ({ key: 'mine' }), 'ID_INVALID', 'key'],
  ])('refuses %s', async (_name, change, code, field) => {
    await expect(drafted(change())).rejects.toMatchObject({ code, field });
  });

  it('is for its owner: nobody else changes it', async () => {
    const { id, criteria } = await drafted();
    const input = { ...plan({ question: 'How do we waste nothing?', criteria }), key: undefined, id, version: 1 };
    await expect(api.as(sponsor).send(CHANGE, { input })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(employee).send(CHANGE, { input })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' });
    await expect(api.as(owner).send(CHANGE, { input })).resolves.toMatchObject({ changeCampaign: { question: 'How do we waste nothing?', criteria } });
  });

  it('undoes nobody’s change unseen: whoever began from an older version is told, and may go on knowingly', async () => {
    const { id, criteria } = await drafted();
    const change = (resources: string, version: number) => api.as(owner).send<{ changeCampaign: Campaign }>(CHANGE, { input: { ...plan({ criteria, resources }), key: undefined, id, version } });
    await change('Two days.', 1);
    await expect(change('One day.', 1)).rejects.toMatchObject({ code: 'CAMPAIGN_CHANGED', params: { version: 2 } });
    expect((await seenBy(owner, id))?.resources).toBe('Two days.');
    expect((await change('One day.', 2)).changeCampaign.resources).toBe('One day.');
  });

  it('finds a change done that is sent again, as after a lost answer: it is nobody else’s, and tells nobody anew', async () => {
    const department = `Finance ${randomUUID()}`;
    await api.manager.save(Object.assign(employee, { department }));
    const community = await aCommunity().being('secret').with(owner).save(api.manager);
    const { id } = await drafted();
    const changes = { context: richTextOf('Bins are full, and the cellar is.'), criteria: [{ label: 'Effect', weight: 2 }, { label: 'Ease', weight: 1 }], budget: 2_000, audience: { departments: [department], communityIds: [community.id] } };
    const input = { ...plan(changes), key: undefined, id, version: 1 };
    const change = async (again = {}): Promise<Campaign> => (await api.as(owner).send<{ changeCampaign: Campaign }>(CHANGE, { input: { ...input, ...again } })).changeCampaign;
    const changed = await change();
    expect(changed.version).toBe(2);
    expect(await change()).toEqual(changed);
    expect(await Promise.all([change(), change()])).toEqual([changed, changed]);
    for (const other of [{ budget: 3_000 }, { criteria: [{ label: 'Effect', weight: 2 }] }, { audience: {} }, { sponsorId: null }, { phases: [] }, { banner: { pattern: 'WAVES', tone: 'SKY' } }, { context: richTextOf('Bins are full.') }]) {
      await expect(change(other)).rejects.toMatchObject({ code: 'CAMPAIGN_CHANGED', params: { version: 2 } });
    }
    for (const person of [sponsor, employee]) await expect(api.as(person).send(CHANGE, { input })).rejects.toMatchObject({ code: person === sponsor ? 'CAMPAIGN_NOT_YOURS' : 'CAMPAIGN_NOT_FOUND' });
  });

  it('finds it done too once it is published', async () => {
    const { id, criteria } = await published();
    const change = (version: number) => api.as(owner).send<{ changeCampaign: Campaign }>(CHANGE, { input: { ...plan({ criteria, resources: 'Two days.' }), key: undefined, id, version } });
    const changed = await change(1);
    expect(await change(1)).toEqual(changed);
    expect(changed.changeCampaign).toMatchObject({ version: 2, resources: 'Two days.' });
  });
});

describe('the sponsor', () => {
  it('is not named among the jurors: who decides does not judge', async () => {
    const { id, criteria } = await drafted();
    const [juror, other] = [await aPerson().being('executive').save(api.manager), await aPerson().being('executive').save(api.manager)];
    await api.manager.query(`INSERT INTO campaign_role (campaign_id, person_id, role) VALUES ($1, $2, 'juror')`, [id, juror.id]);
    const named = (sponsorId: string) => api.as(owner).send(CHANGE, { input: { ...plan({ criteria, sponsorId }), key: undefined, id, version: 1 } });
    await expect(named(juror.id)).rejects.toMatchObject({ code: 'JUROR_INVALID', field: 'sponsorId' });
    await expect(named(other.id)).resolves.toMatchObject({ changeCampaign: { sponsor: { id: other.id } } });
  });

  it('signs what will happen and by when; the owner is told', async () => {
    const { id } = await drafted();
    await expect(api.as(owner).send(COMMIT, { id, dueOn: dayIn(60) })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(sponsor).send(COMMIT, { id, dueOn: dayIn(60) })).resolves.toMatchObject({ commitToCampaign: { commitment: 'The best is done.', commitmentDueOn: dayIn(60), committedAt: expect.any(String) } });
    const sign = async (change = {}) => (await api.as(sponsor).send<{ commitToCampaign: { committedAt: string } }>(COMMIT, { id, dueOn: dayIn(60), ...change })).commitToCampaign.committedAt;
    const signedAt = await sign();
    expect(await sign()).toBe(signedAt);
    await api.settled();
    expect(await api.manager.findBy(NotificationEntity, { recipientId: owner.id })).toMatchObject([{ kind: 'campaign-committed', actorCount: 1 }]);
    const [{ count }] = await api.manager.query('SELECT count(*)::int AS count FROM notification_event WHERE recipient_id = $1', [owner.id]);
    expect(count).toBe(1);
    expect(await sign({ commitment: 'All of them are done.' })).not.toBe(signedAt);
  });

  it.each([
    ['nothing', { commitment: ' ' }, 'TEXT_REQUIRED'],
    ['for yesterday', { dueOn: '2020-01-01' }, 'CAMPAIGN_DAY_PAST'],
    ['for some day', { dueOn: 'soon' }, 'CAMPAIGN_DAY_INVALID'],
  ])('cannot promise %s', async (_name, change, code) => {
    const { id } = await drafted();
    await expect(api.as(sponsor).send(COMMIT, { id, dueOn: dayIn(60), ...change })).rejects.toMatchObject({ code });
  });

  it('signs anew when the question is another', async () => {
    const { id, criteria } = await drafted();
    await api.as(sponsor).send(COMMIT, { id, dueOn: dayIn(60) });
    await api.as(owner).send(CHANGE, { input: { ...plan({ question: 'How do we waste nothing?', criteria }), key: undefined, id, version: 1 } });
    await expect(api.as(owner).send(PUBLISH, { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_READY', field: 'commitment' });
  });
});

describe('publishing', () => {
  it('shows it to whom it is for, once the sponsor has signed', async () => {
    const { id } = await drafted();
    await expect(api.as(owner).send(PUBLISH, { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_READY', field: 'commitment' });
    await api.as(sponsor).send(COMMIT, { id, dueOn: dayIn(60) });
    await expect(api.as(sponsor).send(PUBLISH, { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(owner).send(PUBLISH, { id })).resolves.toMatchObject({ publishCampaign: { stage: 'ANNOUNCED' } });
    expect(await seenBy(employee, id)).toMatchObject({ stage: 'ANNOUNCED', viewerRoles: [], viewerCommands: [] });
  });

  it.each([
    ['a sponsor', { sponsorId: null }, 'sponsorId'],
    ['phases', { phases: [] }, 'phases'],
    ['a last day for answers', { answersDueOn: null }, 'answersDueOn'],
    ['answers after the first phase', { answersDueOn: dayIn(5) }, 'answersDueOn'],
    ['phases to come', { phases: [{ kind: 'GATHER', opens: '2025-01-06T09:00', closes: '2025-01-10T09:00' }] }, 'phases'],
  ])('needs %s', async (_name, change, field) => {
    const { id } = await drafted(change);
    if (field !== 'sponsorId') await api.as(sponsor).send(COMMIT, { id, dueOn: dayIn(60) });
    await expect(api.as(owner).send(PUBLISH, { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_READY', field, params: { lacks: field } });
  });

  it('says all that a draft lacks, and nothing any more once it is published', async () => {
    const lacksOf = async (id: string) => (await api.as(owner).send<{ campaign: { lacks: string[] } }>('query ($id: ID!) { campaign(id: $id) { lacks } }', { id })).campaign.lacks;
    const { id: bare } = await drafted({ sponsorId: null, phases: [], answersDueOn: null });
    expect(await lacksOf(bare)).toEqual(['SPONSOR', 'COMMITMENT', 'PHASES', 'ANSWERS_DUE_ON']);
    const { id } = await drafted();
    expect(await lacksOf(id)).toEqual(['COMMITMENT']);
    await api.as(sponsor).send(COMMIT, { id, dueOn: dayIn(60) });
    expect(await lacksOf(id)).toEqual([]);
    await api.as(owner).send(PUBLISH, { id });
    expect(await lacksOf(id)).toEqual([]);
  });

  it('is for departments and communities, and for them alone', async () => {
    const [finance, member] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    Object.assign(finance, { department: `Finance ${randomUUID()}` });
    await api.manager.save(finance);
    const community = await aCommunity().being('closed').with(member, owner).save(api.manager);
    const { id } = await published({ audience: { departments: [finance.department], communityIds: [community.id] } });
    expect(await seenBy(finance, id)).toMatchObject({ audience: { everyone: false, departments: [finance.department] } });
    expect(await seenBy(member, id)).not.toBeNull();
    expect(await seenBy(employee, id)).toBeNull();
    const { campaigns } = await api.as(employee).send<{ campaigns: { edges: { node: { id: string } }[] } }>(LIST, { period: 'CURRENT', first: 50 });
    expect(campaigns.edges.map(({ node }) => node.id)).not.toContain(id);
  });

  it('fixes what those who take part rely on', async () => {
    const { id, criteria } = await published();
    const change = (changes: object) => api.as(owner).send<{ changeCampaign: Campaign }>(CHANGE, { input: { ...plan({ criteria, ...changes }), key: undefined, id, version: 1 } });
    for (const [field, changes] of Object.entries({ question: { question: 'Other?' }, rules: { rules: 'Other.' }, criteria: { criteria: [] }, timeZone: { timeZone: 'UTC' }, phases: { phases: [] }, sponsorId: { sponsorId: null }, audience: { audience: { departments: ['Moon'] } }, answersDueOn: { answersDueOn: dayIn(30) } })) {
      await expect(change(changes)).rejects.toMatchObject({ code: 'CAMPAIGN_FIXED', field });
    }
    await expect(change({ context: richTextOf('More.'), resources: 'More.', hashtag: 'more', answersDueOn: dayIn(50) })).resolves.toMatchObject({ changeCampaign: { hashtag: 'more', answersDueOn: dayIn(50) } });
  });

  it('lets an owner who is no longer in a secret community change it all the same, which stays for those it was for', async () => {
    const [member] = (await people(api.manager, 1)) as [PersonEntity];
    const community = await aCommunity().being('secret').with(member, owner).save(api.manager);
    const { id, criteria } = await published({ audience: { departments: [], communityIds: [community.id] } });
    const change = (communityIds: string[]) => api.as(owner).send<{ changeCampaign: Campaign }>(CHANGE, { input: { ...plan({ criteria, hashtag: 'secret', audience: { departments: [], communityIds } }), key: undefined, id, version: 1 } });
    await expect(change([])).rejects.toMatchObject({ code: 'CAMPAIGN_FIXED', field: 'audience' });
    await api.manager.query('DELETE FROM membership WHERE community_id = $1 AND person_id = $2', [community.id, owner.id]);
    await expect(change([])).resolves.toMatchObject({ changeCampaign: { hashtag: 'secret' } });
    expect(await seenBy(member, id)).not.toBeNull();
    expect(await seenBy(employee, id)).toBeNull();
  });
});

describe('the course of a campaign', () => {
  it('lets the owner extend a phase, with a reason for all; what comes after makes room', async () => {
    const { id } = await published();
    const change = { id, kind: 'GATHER', closes: inDays(14, '18:00') };
    await expect(api.as(sponsor).send(EXTEND, change)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(employee).send(EXTEND, change)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await api.as(owner).send(EXTEND, change);
    expect(await seenBy(employee, id)).toMatchObject({
      version: 2,
      phases: [{ kind: 'GATHER', closes: inDays(14, '18:00'), extensions: [{ reason: 'Holidays.', by: { id: owner.id } }] }, { kind: 'VOTE', opens: inDays(14, '18:00'), extensions: [] }],
    });
  });

  it.each([
    ['a phase that there is not', { kind: 'JURY', closes: '2099-01-01T09:00' }, 'PHASE_NOT_FOUND'],
    ['an earlier close', { kind: 'GATHER', closes: '2020-01-01T09:00' }, 'PHASE_NOT_LATER'],
    ['a close at no time', { kind: 'GATHER', closes: 'later' }, 'PHASE_TIME_INVALID'],
    ['no reason', { kind: 'GATHER', closes: '2099-01-01T09:00', reason: ' ' }, 'TEXT_REQUIRED'],
  ])('refuses an extension with %s', async (_name, change, code) => {
    const { id } = await published();
    await expect(api.as(owner).send(EXTEND, { id, ...change })).rejects.toMatchObject({ code });
  });

  it('does not open again what has closed', async () => {
    const campaign = await aCampaign({ owner, sponsor }).at('vote').save(api.manager);
    await expect(api.as(owner).send(EXTEND, { id: campaign.id, kind: 'GATHER', closes: '2099-01-01T09:00' })).rejects.toMatchObject({ code: 'PHASE_OVER' });
    await moveTo(api.manager, campaign, 'over');
    await expect(api.as(owner).send(EXTEND, { id: campaign.id, kind: 'REVIEW', closes: '2099-01-01T09:00' })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
  });

  it('is called off by the owner or the sponsor, with a reason', async () => {
    const [first, second] = [await aCampaign({ owner, sponsor }).save(api.manager), await aCampaign({ owner, sponsor }).save(api.manager)];
    await expect(api.as(employee).send(CANCEL, { id: first.id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(owner).send(CANCEL, { id: first.id, reason: '' })).rejects.toMatchObject({ code: 'TEXT_REQUIRED' });
    await expect(api.as(owner).send(CANCEL, { id: first.id })).resolves.toEqual({ cancelCampaign: { stage: 'CANCELLED', cancellationReason: 'No money.' } });
    await expect(api.as(owner).send(CANCEL, { id: first.id, reason: 'Again.' })).resolves.toEqual({ cancelCampaign: { stage: 'CANCELLED', cancellationReason: 'No money.' } });
    await expect(api.as(sponsor).send(CANCEL, { id: second.id })).resolves.toMatchObject({ cancelCampaign: { stage: 'CANCELLED' } });
  });
});

describe('lists of campaigns', () => {
  it('tell current ones, past ones and drafts apart, newest first, page by page', async () => {
    const current = [await aCampaign({ owner, sponsor }).save(api.manager), await aCampaign({ owner, sponsor }).at('over').save(api.manager)];
    const past = await aCampaign({ owner, sponsor }).at('closed').save(api.manager);
    const draft = await aCampaign({ owner, sponsor }).at('draft').save(api.manager);
    const list = async (person: PersonEntity, period: string, after?: string) =>
      (await api.as(person).send<{ campaigns: { totalCount: number; edges: { node: { id: string } }[]; pageInfo: { endCursor: string } } }>(LIST, { period, first: after === undefined ? 50 : 1, after: after || null })).campaigns;
    const ids = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);
    expect(ids(await list(employee, 'CURRENT')).slice(0, 2)).toEqual(current.map(({ id }) => id).toReversed());
    expect(ids(await list(employee, 'PAST'))[0]).toBe(past.id);
    expect(ids(await list(owner, 'DRAFTS'))).toEqual([draft.id]);
    expect(ids(await list(employee, 'DRAFTS'))).not.toContain(draft.id);
    const first = await list(employee, 'CURRENT', '');
    expect(ids(await list(employee, 'CURRENT', first.pageInfo.endCursor))).toEqual([current[0]?.id]);
  });
});
