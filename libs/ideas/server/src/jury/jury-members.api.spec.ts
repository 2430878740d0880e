import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { NotificationEntity } from '@parvis/notifications/server';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';
import { juryApi, type Draw, type JurySeen } from '../testing/jury-api.ts';

let api: TestApi;
let jury: ReturnType<typeof juryApi>;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity, moderator: PersonEntity, colleagues: PersonEntity[];
let campaign: CampaignEntity;
let department: string;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  jury = juryApi(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  department = `Works ${randomUUID()}`;
  sponsor = await aPerson().being('executive').in(department).save(api.manager);
  [owner, author, moderator, ...colleagues] = (await Promise.all(Array.from({ length: 11 }, () => aPerson().in(department).save(api.manager)))) as [PersonEntity, PersonEntity, PersonEntity, ...PersonEntity[]];
  campaign = await aCampaign({ owner, sponsor }).for(department).moderatedBy(moderator).at('gather').save(api.manager);
  await anIdea(author).in(campaign).save(api.manager);
});

const drawing = (change: Record<string, unknown> = {}) => ({ campaignId: campaign.id, key: randomUUID(), seats: 3, ...change });
const seen = async (person: PersonEntity = owner): Promise<JurySeen> => (await jury.seen(person, campaign.id)) as JurySeen;
const serving = ({ members }: JurySeen): string[] => members.filter(({ leaving }) => !leaving).map(({ person }) => person.id);
const idsOf = ({ candidates }: Draw): string[] => (candidates ?? '').trim().split('\n').map((line) => line.split('\t')[0] as string);
const lot = ({ seed }: Draw, id: string): string => createHash('sha256').update(`${seed}:${id}`).digest('hex');
const told = async (person: PersonEntity) => (await api.manager.findBy(NotificationEntity, { recipientId: person.id })).map(({ kind }) => kind);
const byId = (id: string | undefined): PersonEntity => colleagues.find((person) => person.id === id) as PersonEntity;

describe('a jury that is named', () => {
  it('is named by the owner; they are told, and everybody sees who they are', async () => {
    const [one, other, reader] = colleagues as [PersonEntity, PersonEntity, PersonEntity];
    for (const person of [sponsor, moderator, reader]) await expect(jury.name(person, campaign.id, one)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await jury.name(owner, campaign.id, one, other);
    await jury.name(owner, campaign.id, one);
    await api.settled();
    expect(serving(await seen(reader)).toSorted()).toEqual([one.id, other.id].toSorted());
    expect([await told(one), await told(reader)]).toEqual([['jury'], []]);
  });

  it.each([
    ['the owner', () => owner.id, 'JUROR_INVALID'],
    ['the sponsor', () => sponsor.id, 'JUROR_INVALID'],
    ['who helps to run it', () => moderator.id, 'JUROR_INVALID'],
    ['nobody', () => randomUUID(), 'JUROR_INVALID'],
    ['a name', () => 'Anna', 'ID_INVALID'],
  ])('cannot have %s in it', async (_who, id, code) => {
    await expect(jury.name(owner, campaign.id, { id: id() })).rejects.toMatchObject({ code });
  });

  it('has who helped to run it once they do so no more', async () => {
    await expect(jury.name(owner, campaign.id, moderator, colleagues[0] as PersonEntity)).rejects.toMatchObject({ code: 'JUROR_INVALID', field: 'personIds' });
    expect(serving(await seen())).toEqual([]);
    await api.as(owner).send('mutation ($id: ID!) { appointCampaignModerators(id: $id, personIds: []) { id } }', { id: campaign.id });
    await jury.name(owner, campaign.id, moderator);
    expect(serving(await seen())).toEqual([moderator.id]);
  });

  it('cannot have somebody in it who has left the company', async () => {
    await expect(jury.name(owner, campaign.id, await aPerson().gone().save(api.manager))).rejects.toMatchObject({ code: 'JUROR_INVALID' });
  });

  it('needs a phase to judge in, and stays once that has closed', async () => {
    const without = await aCampaign({ owner, sponsor }).through('gather', 'vote').save(api.manager);
    await expect(jury.name(owner, without.id, colleagues[0] as PersonEntity)).rejects.toMatchObject({ code: 'JURY_NONE' });
    expect(await jury.seen(owner, without.id)).toBeNull();
    await moveTo(api.manager, campaign, 'decide');
    await expect(jury.name(owner, campaign.id, colleagues[0] as PersonEntity)).rejects.toMatchObject({ code: 'JURY_OVER' });
    await expect(jury.draw(owner, drawing())).rejects.toMatchObject({ code: 'JURY_OVER' });
  });

  it('is not for a campaign that was called off', async () => {
    const off = await aCampaign({ owner, sponsor }).at('cancelled').save(api.manager);
    await expect(jury.name(owner, off.id, colleagues[0] as PersonEntity)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
  });
});

describe('a jury that is drawn by lot', () => {
  it('is drawn among those whom the campaign is for and who have no part in it; anybody draws the same again', async () => {
    const { id: elsewhere } = await aPerson().save(api.manager);
    await jury.draw(owner, drawing());
    const reader = colleagues[0] as PersonEntity;
    const drawn = await seen(reader);
    const draw = drawn.draws[0] as Draw;
    expect(idsOf(draw)).toEqual(colleagues.map(({ id }) => id).toSorted());
    expect(idsOf(draw)).not.toContain(elsewhere);
    expect(draw).toMatchObject({ candidateCount: 8, digest: createHash('sha256').update(draw.candidates ?? '').digest('hex'), by: { id: owner.id } });
    const order = idsOf(draw).toSorted((one, other) => (lot(draw, one) < lot(draw, other) ? -1 : 1));
    expect(drawn.members.map(({ person, place }) => [person.id, place])).toEqual(order.slice(0, 3).map((id, i) => [id, i + 1]));
    expect(draw.viewerPlace).toBe(order.indexOf(reader.id) + 1);
    expect((await seen(owner)).draws[0]?.viewerPlace).toBeNull();
  });

  it('is drawn by the owner alone, once for each key', async () => {
    await expect(jury.draw(sponsor, drawing())).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(jury.draw(colleagues[0] as PersonEntity, drawing())).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    const input = drawing();
    await Promise.all([jury.draw(owner, input), jury.draw(owner, input)]);
    const { draws, members } = await seen();
    expect([draws.length, members.length]).toEqual([1, 3]);
  });

  it('does not tell by who is missing that somebody has a draft', async () => {
    const writer = colleagues[0] as PersonEntity;
    await anIdea(writer).in(campaign).being('draft').save(api.manager);
    await jury.draw(owner, drawing());
    expect(idsOf((await seen()).draws[0] as Draw)).toContain(writer.id);
  });

  it('is never drawn again without a reason for all to read, and every draw stays', async () => {
    await jury.draw(owner, drawing());
    await expect(jury.draw(owner, drawing())).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'reason' });
    await jury.draw(owner, drawing({ seats: 2, reason: 'Two more for the night shift.' }));
    const { draws, members } = await seen(colleagues[0] as PersonEntity);
    expect(draws.map(({ reason, candidateCount }) => [reason, candidateCount])).toEqual([['', 8], ['Two more for the night shift.', 5]]);
    expect(new Set(members.map(({ person }) => person.id)).size).toBe(5);
  });

  it.each([
    ['no seat', { seats: 0 }, 'JURY_SEATS_INVALID'],
    ['too many seats', { seats: 101 }, 'JURY_SEATS_INVALID'],
    ['nobody of a department', { perDepartment: 0 }, 'JURY_SEATS_INVALID'],
    ['a key that is none', { key: 'mine' }, 'ID_INVALID'],
    ['an endless reason', { reason: 'x'.repeat(501) }, 'TEXT_TOO_LONG'],
  ])('is not drawn with %s', async (_what, change, code) => {
    await expect(jury.draw(owner, drawing(change))).rejects.toMatchObject({ code });
  });

  it('is not drawn from a draft, nor from nobody', async () => {
    const draft = await aCampaign({ owner, sponsor }).at('draft').save(api.manager);
    await expect(jury.draw(owner, drawing({ campaignId: draft.id }))).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    const lonely = await aCampaign({ owner, sponsor }).for('Moon').save(api.manager);
    await expect(jury.draw(owner, drawing({ campaignId: lonely.id }))).rejects.toMatchObject({ code: 'JURY_NO_CANDIDATES' });
  });

  it('takes at most so many of a department', async () => {
    const [here, there] = [`Here ${randomUUID()}`, `There ${randomUUID()}`];
    await Promise.all([...Array.from({ length: 5 }, () => aPerson().in(here).save(api.manager)), ...Array.from({ length: 2 }, () => aPerson().in(there).save(api.manager))]);
    campaign = await aCampaign({ owner, sponsor }).for(here, there).save(api.manager);
    await jury.draw(owner, drawing({ seats: 4, perDepartment: 2 }));
    const { members, draws } = await seen();
    const departments = new Map((draws[0]?.candidates ?? '').trim().split('\n').map((line) => line.split('\t') as [string, string]));
    expect(members.map(({ person }) => departments.get(person.id)).toSorted()).toEqual([here, here, there, there]);
  });

  it('does not tell members of a community to others by its candidates', async () => {
    const members = await people(api.manager, 3);
    const community = await aCommunity().being('closed').with(...members).save(api.manager);
    campaign = await aCampaign({ owner, sponsor }).for(community, department).save(api.manager);
    await jury.draw(owner, drawing());
    expect((await seen(author)).draws[0]).toMatchObject({ candidates: null });
    expect(idsOf((await seen(owner)).draws[0] as Draw)).toHaveLength(13);
  });
});

describe('who does not serve', () => {
  it('gives their place back, and the next lot takes it; they are told', async () => {
    await jury.draw(owner, drawing());
    const before = await seen();
    const declining = byId(before.members[1]?.person.id);
    const reader = byId(colleagues.map(({ id }) => id).find((id) => !serving(before).includes(id)));
    await expect(jury.decline(reader, campaign.id)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await jury.decline(declining, campaign.id);
    await expect(jury.decline(declining, campaign.id)).resolves.toBeTruthy();
    await api.settled();
    const after = await seen();
    expect(after.members.map(({ place, leaving }) => [place, leaving])).toEqual([[1, null], [2, 'DECLINED'], [3, null], [4, null]]);
    expect(await told(byId(after.members[3]?.person.id))).toEqual(['jury']);
    await moveTo(api.manager, campaign, 'decide');
    await expect(jury.decline(byId(after.members[3]?.person.id), campaign.id)).rejects.toMatchObject({ code: 'JURY_OVER' });
    await expect(jury.decline(declining, campaign.id)).resolves.toBeTruthy();
  });

  it('is taken off by the owner, with a reason for all to read', async () => {
    await jury.draw(owner, drawing());
    const { person } = (await seen()).members[0] as { person: { id: string } };
    await expect(jury.dismiss(sponsor, { campaignId: campaign.id, personId: person.id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(jury.dismiss(owner, { campaignId: campaign.id, personId: person.id, reason: ' ' })).rejects.toMatchObject({ code: 'TEXT_REQUIRED' });
    await jury.dismiss(owner, { campaignId: campaign.id, personId: person.id });
    await jury.dismiss(owner, { campaignId: campaign.id, personId: person.id });
    const { members } = await seen(author);
    expect(members.map(({ leaving, reason }) => [leaving, reason])).toEqual([['DISMISSED', 'Long away.'], [null, ''], [null, ''], [null, '']]);
  });

  it('is replaced by nobody who has come to have a part in the campaign since', async () => {
    await jury.draw(owner, drawing());
    const before = await seen();
    const draw = before.draws[0] as Draw;
    const [, , , fourth, fifth] = idsOf(draw).toSorted((one, other) => (lot(draw, one) < lot(draw, other) ? -1 : 1));
    await anIdea(byId(fourth)).in(campaign).save(api.manager);
    await jury.decline(byId(before.members[0]?.person.id), campaign.id);
    expect(serving(await seen())).toContain(fifth);
    expect(serving(await seen())).not.toContain(fourth);
  });

  it('is replaced by nobody twice when two leave at once', async () => {
    await jury.draw(owner, drawing());
    const leaving = serving(await seen()).slice(0, 2).map(byId);
    await Promise.all(leaving.map((person) => jury.decline(person, campaign.id)));
    const after = await seen();
    expect(after.members).toHaveLength(5);
    expect(new Set(serving(after)).size).toBe(3);
  });
});
