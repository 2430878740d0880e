import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { newId } from '@parvis/platform/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';

const IDEA = 'id authors { person { id } contribution } invited { id } volunteers { person { id } contribution } viewerStanding viewerCanVolunteer viewerCanEdit';
const commands = {
  invite: `mutation ($id: ID!, $personIds: [ID!]!) { done: inviteIdeaAuthors(id: $id, personIds: $personIds) { ${IDEA} } }`,
  takeBack: `mutation ($id: ID!, $personId: ID!) { done: takeBackIdeaInvitation(id: $id, personId: $personId) { ${IDEA} } }`,
  accept: `mutation ($id: ID!) { done: acceptIdeaInvitation(id: $id) { ${IDEA} } }`,
  decline: 'mutation ($id: ID!) { done: declineIdeaInvitation(id: $id) }',
  describe: `mutation ($id: ID!, $contribution: String!) { done: describeIdeaContribution(id: $id, contribution: $contribution) { ${IDEA} } }`,
  leave: 'mutation ($id: ID!) { done: leaveIdea(id: $id) }',
  volunteer: `mutation ($id: ID!, $contribution: String! = "I can weld.") { done: volunteerForIdea(id: $id, contribution: $contribution) { ${IDEA} } }`,
  stop: `mutation ($id: ID!) { done: stopVolunteering(id: $id) { ${IDEA} } }`,
  takeIn: `mutation ($id: ID!, $personId: ID!) { done: takeInVolunteer(id: $id, personId: $personId) { ${IDEA} } }`,
  thank: `mutation ($id: ID!, $personId: ID!) { done: thankVolunteer(id: $id, personId: $personId) { ${IDEA} } }`,
};

let api: TestApi;
let owner: PersonEntity, author: PersonEntity, colleague: PersonEntity, other: PersonEntity, sponsor: PersonEntity;
let campaign: CampaignEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, colleague, other] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).save(api.manager);
});

const { told } = aNotificationReader(() => api);
const does = async (person: PersonEntity, command: keyof typeof commands, variables: Record<string, unknown>) => (await api.as(person).send<{ done: Record<string, unknown> }>(commands[command], variables)).done;
const seenBy = async (person: PersonEntity, id: string) => (await api.as(person).send<{ idea: Record<string, unknown> | null }>(`query ($id: ID!) { idea(id: $id) { ${IDEA} } }`, { id })).idea;
const invitations = async (person: PersonEntity) => (await api.as(person).send<{ ideaInvitations: { id: string }[] }>('{ ideaInvitations { id } }')).ideaInvitations.map(({ id }) => id);
const are = (...of: PersonEntity[]) => of.map(({ id }) => expect.objectContaining({ person: { id } }));

describe('an invitation', () => {
  it('shows a draft to whom it is made, who accepts and may change it from then on', async () => {
    const { id } = await anIdea(author).in(campaign).being('draft').save(api.manager);
    expect(await seenBy(colleague, id)).toBeNull();
    await expect(does(author, 'invite', { id, personIds: [colleague.id] })).resolves.toMatchObject({ invited: [{ id: colleague.id }], authors: are(author) });
    expect(await told(colleague)).toEqual([['IDEA_INVITATION', 'idea', id, 'A second bin']]);
    expect(await invitations(colleague)).toEqual([id]);
    expect(await seenBy(colleague, id)).toMatchObject({ viewerStanding: 'INVITED', viewerCanEdit: false, invited: [], viewerCanVolunteer: false });
    expect(await seenBy(other, id)).toBeNull();
    await expect(does(colleague, 'accept', { id })).resolves.toMatchObject({ authors: are(author, colleague), viewerStanding: 'AUTHOR', viewerCanEdit: true });
    await expect(does(colleague, 'accept', { id })).resolves.toMatchObject({ authors: are(author, colleague) });
    expect(await invitations(colleague)).toEqual([]);
    expect(await told(author)).toEqual([['IDEA_NEWS', 'idea', id, 'A second bin']]);
  });

  it('takes back the support of whoever becomes an author: nobody supports their own idea', async () => {
    const { id } = await anIdea(author).in(campaign).inviting(colleague).save(api.manager);
    for (const person of [colleague, other]) await api.as(person).send('mutation ($id: ID!) { supportIdea(id: $id, wanted: true) { id } }', { id });
    await does(colleague, 'accept', { id });
    const supported = async () => (await api.as(colleague).send('query ($id: ID!) { idea(id: $id) { supportCount viewerSupports } }', { id })) as object;
    expect(await supported()).toEqual({ idea: { supportCount: 1, viewerSupports: false } });
    await does(other, 'volunteer', { id });
    await does(author, 'takeIn', { id, personId: other.id });
    expect(await supported()).toEqual({ idea: { supportCount: 0, viewerSupports: false } });
  });

  it('is declined without a reason, and nobody is told', async () => {
    const { id } = await anIdea(author).in(campaign).being('draft').inviting(colleague).save(api.manager);
    await expect(does(colleague, 'decline', { id })).resolves.toBe(true);
    expect(await seenBy(colleague, id)).toBeNull();
    expect(await told(author)).toEqual([]);
    await expect(does(colleague, 'accept', { id })).rejects.toMatchObject({ code: 'IDEA_NOT_FOUND' });
  });

  it('does not make an author leave when it is declined after it was accepted', async () => {
    const { id } = await anIdea(author).in(campaign).inviting(colleague).save(api.manager);
    await does(colleague, 'accept', { id });
    await does(colleague, 'decline', { id });
    expect(await seenBy(other, id)).toMatchObject({ authors: are(author, colleague) });
  });

  it('is taken back by an author, and cannot be accepted any more', async () => {
    const { id } = await anIdea(author).in(campaign).inviting(colleague).save(api.manager);
    await expect(does(other, 'takeBack', { id, personId: colleague.id })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(does(author, 'takeBack', { id, personId: colleague.id })).resolves.toMatchObject({ invited: [] });
    await expect(does(colleague, 'accept', { id })).rejects.toMatchObject({ code: 'IDEA_STANDING_GONE' });
  });

  it('is made by authors alone, to those who see the campaign', async () => {
    const hidden = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
    const { id } = await anIdea(author).in(hidden).inviting(other).save(api.manager);
    await expect(does(author, 'invite', { id, personIds: [colleague.id] })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' });
    const insider = await aPerson().in('Moon').save(api.manager);
    const { id: known } = await anIdea(insider).in(hidden).save(api.manager);
    await expect(does(insider, 'invite', { id: known, personIds: [colleague.id] })).rejects.toMatchObject({ code: 'IDEA_INVITEE_INVALID', field: 'personIds' });
    await expect(does(insider, 'invite', { id: known, personIds: [newId()] })).rejects.toMatchObject({ code: 'IDEA_INVITEE_INVALID' });
    await expect(does(insider, 'invite', { id: known, personIds: ['x'] })).rejects.toMatchObject({ code: 'ID_INVALID', field: 'personIds' });
    await expect(does(owner, 'invite', { id: known, personIds: [sponsor.id] })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(does(insider, 'invite', { id: known, personIds: [owner.id] })).resolves.toMatchObject({ invited: [{ id: owner.id }] });
  });

  it('is not made to somebody who has gone', async () => {
    const { id } = await anIdea(author).save(api.manager);
    const gone = await aPerson().gone().save(api.manager);
    await expect(does(author, 'invite', { id, personIds: [gone.id] })).rejects.toMatchObject({ code: 'IDEA_INVITEE_INVALID' });
  });

  it('finds no room where twenty make it already, however many are asked at once', async () => {
    const { id } = await anIdea(author).with(...(await people(api.manager, 17))).save(api.manager);
    const asked = await people(api.manager, 3);
    const outcomes = await Promise.allSettled(asked.map((one) => does(author, 'invite', { id, personIds: [one.id] })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'IDEA_AUTHORS_TOO_MANY', params: { max: 20 } } });
  });

  it('is for twenty at a time', async () => {
    const { id } = await anIdea(author).save(api.manager);
    await expect(does(author, 'invite', { id, personIds: Array.from({ length: 21 }, newId) })).rejects.toMatchObject({ code: 'TOO_MANY_ITEMS', field: 'personIds' });
    await expect(does(author, 'invite', { id, personIds: [colleague.id, colleague.id] })).resolves.toMatchObject({ invited: [{ id: colleague.id }] });
  });

  it('is made to submitted ideas as long as people may join them', async () => {
    const { id } = await anIdea(author).in(campaign).save(api.manager);
    await moveTo(api.manager, campaign, 'over');
    await expect(does(author, 'invite', { id, personIds: [colleague.id] })).resolves.toMatchObject({ invited: [{ id: colleague.id }] });
    const closed = await aCampaign({ owner, sponsor }).at('closed').save(api.manager);
    const { id: late } = await anIdea(author).in(closed).save(api.manager);
    await expect(does(author, 'invite', { id: late, personIds: [colleague.id] })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW', params: { action: 'volunteer', stage: 'closed' } });
    const { id: archived } = await anIdea(author).being('archived').save(api.manager);
    await expect(does(author, 'invite', { id: archived, personIds: [colleague.id] })).rejects.toMatchObject({ code: 'IDEA_NOT_NOW' });
  });
});

describe('somebody who volunteers', () => {
  it('waits until others are answered where fifty do', async () => {
    const { id } = await anIdea(author).in(campaign).save(api.manager);
    const many = await people(api.manager, 50);
    for (const one of many) await api.manager.query(`INSERT INTO idea_author (idea_id, person_id, standing, contribution, created_at) VALUES ($1, $2, 'volunteer', 'I drive.', now())`, [id, one.id]);
    await expect(does(colleague, 'volunteer', { id })).rejects.toMatchObject({ code: 'IDEA_VOLUNTEERS_TOO_MANY', params: { max: 50 } });
    await does(author, 'thank', { id, personId: many[0]?.id });
    await expect(does(colleague, 'volunteer', { id })).resolves.toMatchObject({ viewerStanding: 'VOLUNTEER' });
  });

  it('is seen by authors and by themselves, and taken in with what they offered', async () => {
    const { id } = await anIdea(author).in(campaign).save(api.manager);
    expect(await seenBy(colleague, id)).toMatchObject({ viewerCanVolunteer: true, viewerStanding: null });
    await expect(does(colleague, 'volunteer', { id })).resolves.toMatchObject({ viewerStanding: 'VOLUNTEER', volunteers: [{ person: { id: colleague.id }, contribution: 'I can weld.' }] });
    await does(colleague, 'volunteer', { id, contribution: 'I can weld and paint.' });
    expect(await told(author)).toEqual([['IDEA_VOLUNTEER', 'idea', id, 'A second bin']]);
    expect(await seenBy(other, id)).toMatchObject({ volunteers: [] });
    await expect(does(other, 'takeIn', { id, personId: colleague.id })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(does(author, 'takeIn', { id, personId: other.id })).rejects.toMatchObject({ code: 'IDEA_STANDING_GONE' });
    await expect(does(author, 'takeIn', { id, personId: colleague.id })).resolves.toMatchObject({ volunteers: [], authors: [{ person: { id: author.id } }, { person: { id: colleague.id }, contribution: 'I can weld and paint.' }] });
    await expect(does(author, 'takeIn', { id, personId: colleague.id })).resolves.toMatchObject({ authors: are(author, colleague) });
    expect(await told(colleague)).toEqual([['IDEA_NEWS', 'idea', id, 'A second bin']]);
  });

  it('is thanked without being told, and sees a draft no more than others do', async () => {
    const { id } = await anIdea(author).in(campaign).save(api.manager);
    await does(colleague, 'volunteer', { id });
    await expect(does(author, 'thank', { id, personId: colleague.id })).resolves.toMatchObject({ volunteers: [] });
    expect(await told(colleague)).toEqual([]);
    await does(colleague, 'volunteer', { id });
    await api.manager.query(`UPDATE idea SET state = 'withdrawn' WHERE id = $1`, [id]);
    expect(await seenBy(colleague, id)).toBeNull();
  });

  it('may think better of it: authors who have not read of it need not', async () => {
    const { id } = await anIdea(author).in(campaign).save(api.manager);
    await does(colleague, 'volunteer', { id });
    expect(await told(author)).toHaveLength(1);
    await expect(does(colleague, 'stop', { id })).resolves.toMatchObject({ viewerStanding: null, viewerCanVolunteer: true });
    expect(await told(author)).toEqual([]);
  });

  it('says how', async () => {
    const { id } = await anIdea(author).save(api.manager);
    await expect(does(colleague, 'volunteer', { id, contribution: ' ' })).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'contribution' });
    await expect(does(colleague, 'volunteer', { id, contribution: 'x'.repeat(301) })).rejects.toMatchObject({ code: 'TEXT_TOO_LONG', field: 'contribution' });
  });

  it('is an author at once where they were invited, and where an author invites them', async () => {
    const { id } = await anIdea(author).in(campaign).inviting(colleague).save(api.manager);
    await expect(does(colleague, 'volunteer', { id })).resolves.toMatchObject({ viewerStanding: 'AUTHOR' });
    await does(other, 'volunteer', { id });
    await expect(does(author, 'invite', { id, personIds: [other.id] })).resolves.toMatchObject({ authors: are(author, colleague, other), invited: [], volunteers: [] });
  });

  it('comes too late once the campaign is closed', async () => {
    const closed = await aCampaign({ owner, sponsor }).at('closed').save(api.manager);
    const { id } = await anIdea(author).in(closed).save(api.manager);
    expect(await seenBy(colleague, id)).toMatchObject({ viewerCanVolunteer: false });
    await expect(does(colleague, 'volunteer', { id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
  });
});

describe('an author', () => {
  it('says what they bring, each for themselves', async () => {
    const { id } = await anIdea(author).in(campaign).with(colleague).save(api.manager);
    await expect(does(colleague, 'describe', { id, contribution: ' The drawings. ' })).resolves.toMatchObject({ authors: [{ contribution: '' }, { contribution: 'The drawings.' }] });
    await expect(does(other, 'describe', { id, contribution: 'All of it.' })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    await expect(does(author, 'describe', { id, contribution: 'x'.repeat(301) })).rejects.toMatchObject({ code: 'TEXT_TOO_LONG' });
  });

  it('may leave, but not the last one, even if both leave at once', async () => {
    const { id } = await anIdea(author).in(campaign).with(colleague).save(api.manager);
    await expect(does(other, 'leave', { id })).rejects.toMatchObject({ code: 'IDEA_NOT_YOURS' });
    const outcomes = await Promise.allSettled([does(author, 'leave', { id }), does(colleague, 'leave', { id })]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'IDEA_LAST_AUTHOR' } });
    expect((await seenBy(other, id))?.['authors']).toHaveLength(1);
  });
});
