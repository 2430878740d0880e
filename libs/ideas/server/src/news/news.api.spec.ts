import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { NotificationEntity } from '@parvis/notifications/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign } from '../testing/index.ts';

const TELL = 'mutation ($input: TellCampaignUpdateInput!) { tellCampaignUpdate(input: $input) { id author { id } viewerCanEdit editedAt } }';
const EDIT = 'mutation ($id: ID!, $body: RichText!) { editCampaignUpdate(id: $id, body: $body) { id editedAt } }';
const REMOVE = 'mutation ($id: ID!) { removeCampaignUpdate(id: $id) { id } }';
const FAQ = 'mutation ($id: ID!, $faq: [CampaignFaqInput!]!) { setCampaignFaq(id: $id, faq: $faq) { faq { question answer } } }';
const APPOINT = 'mutation ($id: ID!, $personIds: [ID!]!) { appointCampaignModerators(id: $id, personIds: $personIds) { moderators { id } } }';
const HAND_OVER = 'mutation ($id: ID!, $personId: ID!) { handOverCampaign(id: $id, personId: $personId) { owner { id } moderators { id } viewerRoles } }';
const FOLLOW = 'mutation ($id: ID!) { setThreadState(input: { subject: { type: "campaign", id: $id }, state: FOLLOWING }) { id } }';
const READ = 'query ($id: ID!) { campaign(id: $id) { updates(first: 10) { edges { node { id } } } faq { question answer } } }';

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, moderator: PersonEntity, employee: PersonEntity, other: PersonEntity;
let campaign: CampaignEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, moderator, employee, other] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).moderatedBy(moderator).save(api.manager);
});

const told = (person: PersonEntity, change = {}) =>
  api.as(person).send<{ tellCampaignUpdate: { id: string } }>(TELL, { input: { key: randomUUID(), campaignId: campaign.id, body: richTextOf('Fifty ideas already.'), ...change } });
const read = (person: PersonEntity) => api.as(person).send<{ campaign: { updates: { edges: { node: { id: string } }[] }; faq: object[] } | null }>(READ, { id: campaign.id });

describe('news of a campaign', () => {
  it('are told by who runs it, to those who follow it, and changed by who told them', async () => {
    await expect(told(employee)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    const ids: string[] = [];
    for (const person of [owner, sponsor, moderator]) ids.push((await told(person)).tellCampaignUpdate.id);
    expect((await read(employee)).campaign?.updates.edges.map(({ node }) => node.id)).toEqual(ids.toReversed());
    await expect(api.as(owner).send(EDIT, { id: ids[1], body: richTextOf('Sixty.') })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(sponsor).send(EDIT, { id: ids[1], body: richTextOf('Sixty.') })).resolves.toMatchObject({ editCampaignUpdate: { editedAt: expect.any(String) } });
    await expect(api.as(employee).send(REMOVE, { id: ids[0] })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await api.as(owner).send(REMOVE, { id: ids[0] });
    expect((await read(employee)).campaign?.updates.edges).toHaveLength(2);
  });

  it('reach the followers, once', async () => {
    await api.as(employee).send(FOLLOW, { id: campaign.id });
    const key = randomUUID();
    await told(owner, { key });
    await told(owner, { key });
    await api.settled();
    const news = await api.manager.findBy(NotificationEntity, { subjectId: campaign.id, kind: 'campaign-news' });
    expect(news.map(({ recipientId }) => recipientId)).toEqual([employee.id]);
  });

  it('tell whom they name, once, whether or not they follow it, and whom a change names besides', async () => {
    const naming = (...named: PersonEntity[]) => ({ type: 'doc', content: [{ type: 'paragraph', content: named.map(({ id, displayName }) => ({ type: 'mention', attrs: { id, label: displayName } })) }] });
    const heard = async (person: PersonEntity) => {
      await api.settled();
      return (await api.manager.findBy(NotificationEntity, { recipientId: person.id })).map(({ kind }) => kind);
    };
    await api.as(employee).send(FOLLOW, { id: campaign.id });
    const { tellCampaignUpdate: update } = await told(owner, { body: naming(employee, moderator) });
    expect([await heard(employee), await heard(moderator), await heard(other)]).toEqual([['mention'], ['mention'], []]);
    await api.as(owner).send(EDIT, { id: update.id, body: naming(employee, other) });
    expect([await heard(employee), await heard(other)]).toEqual([['mention'], ['mention']]);
  });

  it('being written are found again among the drafts, and no more once they are told', async () => {
    const { tellCampaignUpdate: update } = await told(owner);
    const key = randomUUID();
    const written = (subject: string) => api.as(owner).send('mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { outcome } }', { input: { subject, version: randomUUID(), basedOn: [], key, body: richTextOf('Sixty.') } });
    const about = async () => (await api.as(owner).send<{ drafts: { edges: { node: { about: object | null } }[] } }>('{ drafts(first: 9) { edges { node { about { title path } } } } }')).drafts.edges.map(({ node }) => node.about);
    await written(`campaign.news.${campaign.id}`);
    await told(owner, { key });
    expect(await about()).toEqual([]);
    await written(`edit.campaign-update.${update.id}`);
    expect(await about()).toEqual([{ title: campaign.question, path: `/campaigns/${campaign.id}/about` }]);
    await api.as(owner).send(REMOVE, { id: update.id });
    expect(await about()).toEqual([null]);
  });

  it.each([
    ['nothing', { body: richTextOf(' ') }, 'TEXT_REQUIRED'],
    ['unknown nodes', { body: { type: 'doc', content: [{ type: 'script' }] } }, 'RICH_TEXT_NOT_ALLOWED'],
    ['a key that is none', { key: 'mine' }, 'ID_INVALID'],
  ])('cannot be %s', async (_name, change, code) => {
    await expect(told(owner, change)).rejects.toMatchObject({ code });
  });

  it('are not for those whom the campaign is not for', async () => {
    campaign = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
    const { tellCampaignUpdate } = (await told(owner)) as { tellCampaignUpdate: { id: string } };
    expect((await read(employee)).campaign).toBeNull();
    await expect(api.as(employee).send(EDIT, { id: tellCampaignUpdate.id, body: richTextOf('x') })).rejects.toMatchObject({ code: 'CAMPAIGN_UPDATE_NOT_FOUND' });
  });
});

describe('frequent questions', () => {
  const faq = [{ question: 'Who pays?', answer: 'The sponsor.' }, { question: 'How long?', answer: 'Three weeks.' }];

  it('are answered by who runs the campaign, in their order', async () => {
    await expect(api.as(employee).send(FAQ, { id: campaign.id, faq })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(moderator).send(FAQ, { id: campaign.id, faq })).resolves.toEqual({ setCampaignFaq: { faq } });
    await api.as(owner).send(FAQ, { id: campaign.id, faq: faq.toReversed() });
    expect((await read(employee)).campaign?.faq).toEqual(faq.toReversed());
  });

  it.each([
    ['no question', [{ question: ' ', answer: 'Yes.' }], 'TEXT_REQUIRED'],
    ['no answer', [{ question: 'Who?', answer: ' ' }], 'TEXT_REQUIRED'],
    ['an answer too long', [{ question: 'Who?', answer: 'x'.repeat(2_001) }], 'TEXT_TOO_LONG'],
    ['too many', Array.from({ length: 51 }, () => ({ question: 'Who?', answer: 'Me.' })), 'TOO_MANY_ITEMS'],
  ])('are refused with %s', async (_name, given, code) => {
    await expect(api.as(owner).send(FAQ, { id: campaign.id, faq: given })).rejects.toMatchObject({ code });
  });
});

describe('who helps to run a campaign', () => {
  it('is named by its owner, among those who work here', async () => {
    await expect(api.as(moderator).send(APPOINT, { id: campaign.id, personIds: [employee.id] })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(sponsor).send(APPOINT, { id: campaign.id, personIds: [employee.id] })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(api.as(owner).send(APPOINT, { id: campaign.id, personIds: [employee.id, employee.id] })).resolves.toEqual({ appointCampaignModerators: { moderators: [{ id: employee.id }] } });
    await api.manager.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [other.id]);
    await expect(api.as(owner).send(APPOINT, { id: campaign.id, personIds: [other.id] })).rejects.toMatchObject({ code: 'CAMPAIGN_PERSON_INVALID', field: 'personIds' });
    await expect(api.as(owner).send(APPOINT, { id: campaign.id, personIds: [randomUUID()] })).rejects.toMatchObject({ code: 'CAMPAIGN_PERSON_INVALID' });
  });

  it('may be handed all of it, and who ran it stays to help', async () => {
    await expect(api.as(employee).send(HAND_OVER, { id: campaign.id, personId: employee.id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    const { handOverCampaign } = await api.as(owner).send<{ handOverCampaign: { owner: { id: string }; moderators: { id: string }[]; viewerRoles: string[] } }>(HAND_OVER, { id: campaign.id, personId: moderator.id });
    expect(handOverCampaign).toEqual({ owner: { id: moderator.id }, moderators: [{ id: owner.id }], viewerRoles: ['MODERATOR'] });
    await expect(api.as(owner).send(HAND_OVER, { id: campaign.id, personId: moderator.id })).resolves.toEqual({ handOverCampaign });
    await expect(api.as(owner).send(HAND_OVER, { id: campaign.id, personId: owner.id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
  });

  it('is not handed to a juror, who could not judge what they run', async () => {
    campaign = await aCampaign({ owner, sponsor }).judgedBy(employee).save(api.manager);
    await expect(api.as(owner).send(HAND_OVER, { id: campaign.id, personId: employee.id })).rejects.toMatchObject({ code: 'JUROR_INVALID', field: 'personId' });
    await expect(api.as(owner).send(HAND_OVER, { id: campaign.id, personId: other.id })).resolves.toMatchObject({ handOverCampaign: { owner: { id: other.id } } });
  });

  it('is no juror, who would put away what they judge', async () => {
    campaign = await aCampaign({ owner, sponsor }).judgedBy(employee).save(api.manager);
    await expect(api.as(owner).send(APPOINT, { id: campaign.id, personIds: [other.id, employee.id] })).rejects.toMatchObject({ code: 'JUROR_INVALID', field: 'personIds' });
    await expect(api.as(owner).send(APPOINT, { id: campaign.id, personIds: [other.id] })).resolves.toEqual({ appointCampaignModerators: { moderators: [{ id: other.id }] } });
    await api.as(employee).send('mutation ($id: ID!) { declineJury(campaignId: $id) { id } }', { id: campaign.id });
    await expect(api.as(owner).send(APPOINT, { id: campaign.id, personIds: [other.id, employee.id] })).resolves.toMatchObject({ appointCampaignModerators: { moderators: expect.arrayContaining([{ id: employee.id }]) } });
  });

  it('is not its owner besides: who is named beside themselves hands over as anybody does', async () => {
    await expect(api.as(owner).send(APPOINT, { id: campaign.id, personIds: [owner.id, employee.id] })).resolves.toEqual({ appointCampaignModerators: { moderators: [{ id: employee.id }] } });
    await api.manager.query(`INSERT INTO campaign_role (campaign_id, person_id, role) VALUES ($1, $2, 'moderator')`, [campaign.id, owner.id]);
    await expect(api.as(owner).send(HAND_OVER, { id: campaign.id, personId: employee.id })).resolves.toMatchObject({ handOverCampaign: { moderators: [{ id: owner.id }] } });
  });

  it('are ten at most, who ran it included', async () => {
    const ten = await people(api.manager, 10);
    const personIds = ten.map(({ id }) => id);
    await expect(api.as(owner).send(APPOINT, { id: campaign.id, personIds: [...personIds, other.id] })).rejects.toMatchObject({ code: 'TOO_MANY_ITEMS' });
    await api.as(owner).send(APPOINT, { id: campaign.id, personIds });
    const { handOverCampaign } = await api.as(owner).send<{ handOverCampaign: { moderators: object[] } }>(HAND_OVER, { id: campaign.id, personId: other.id });
    expect(handOverCampaign).toMatchObject({ owner: { id: other.id }, moderators: expect.not.arrayContaining([{ id: owner.id }]), viewerRoles: [] });
    await expect(api.as(other).send(APPOINT, { id: campaign.id, personIds })).resolves.toMatchObject({ appointCampaignModerators: { moderators: personIds.map(() => expect.anything()) } });
  });
});
