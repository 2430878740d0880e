import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea, moveTo } from '../testing/index.ts';

const ENDORSE = `mutation ($input: EndorseSkillInput!) { endorseSkill(input: $input) { id endorser { id } thing { type id words targetType targetId } } }`;
const READ = `query ($id: ID!) { person(id: $id) { skills { endorsementCount } endorsements { id thing { id } } } endorsableThings(personId: $id) { id type } }`;

interface Read {
  person: { skills: { endorsementCount: number }[]; endorsements: { id: string; thing: { id: string } | null }[] };
  endorsableThings: { id: string }[];
}

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity, second: PersonEntity, member: PersonEntity, outsider: PersonEntity, juror: PersonEntity;
let campaign: CampaignEntity, inside: CampaignEntity;
let open: IdeaEntity, hidden: IdeaEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, second, member, outsider, juror] = (await people(api.manager, 6)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  const place = await aCommunity().being('closed').with(author, second, member).save(api.manager);
  campaign = await aCampaign({ owner, sponsor }).save(api.manager);
  inside = await aCampaign({ owner, sponsor }).for(place).save(api.manager);
  open = await anIdea(author).with(second).inviting(outsider).in(campaign).titled('A turbine on the roof').save(api.manager);
  hidden = await anIdea(author).in(inside).save(api.manager);
  await api.as(author).send(`mutation { setMySkills(skills: [{ words: "Welding" }]) { id } }`);
});

const endorse = async (by: PersonEntity, idea: { id: string }, whom: PersonEntity = author) =>
  (await api.as(by).send<{ endorseSkill: { id: string } }>(ENDORSE, { input: { personId: whom.id, words: 'Welding', thing: { type: 'idea', id: idea.id } } })).endorseSkill;
const read = (reader: PersonEntity, whom: PersonEntity = author) => api.as(reader).send<Read>(READ, { id: whom.id });
const seen = async (reader: PersonEntity) => {
  const { person } = await read(reader);
  return { ids: person.endorsements.map(({ id }) => id), count: person.skills[0]?.endorsementCount };
};
const nothing = { ids: [], count: 0 };

describe('a recommendation for an idea', () => {
  it('is given to each of those who make it, and leads to it', async () => {
    const given = await endorse(member, open);
    expect(given).toMatchObject({ endorser: { id: member.id }, thing: { type: 'idea', id: open.id, words: 'A turbine on the roof', targetType: 'idea', targetId: open.id } });
    await expect(endorse(member, open, second)).resolves.toMatchObject({ thing: { id: open.id } });
    expect(await seen(outsider)).toEqual({ ids: [given.id], count: 1 });
  });

  it.each([
    ['of oneself, for one’s own idea', () => endorse(author, open), 'ENDORSEMENT_SELF'],
    ['by nobody', () => api.anonymous().send(ENDORSE, { input: { personId: author.id, words: 'Welding', thing: { type: 'idea', id: open.id } } }), 'UNAUTHENTICATED'],
    ['for an idea that one may not see', () => endorse(outsider, hidden), 'ENDORSED_THING_NOT_FOUND'],
    ['for nothing', () => endorse(member, { id: randomUUID() }), 'ENDORSED_THING_NOT_FOUND'],
    ['for a draft, by whoever makes it too', async () => endorse(second, await anIdea(author).with(second).being('draft').save(api.manager)), 'ENDORSED_THING_NOT_FOUND'],
    ['for what was withdrawn', async () => endorse(second, await anIdea(author).with(second).being('withdrawn').save(api.manager)), 'ENDORSED_THING_NOT_FOUND'],
    ['for the idea of others', () => endorse(member, open, owner), 'ENDORSED_THING_OF_ANOTHER'],
    ['to whoever was asked to make it, and has not said yes', () => endorse(member, open, outsider), 'ENDORSED_THING_OF_ANOTHER'],
  ])('is not given %s', async (_what, attempt, code) => {
    await expect(attempt()).rejects.toMatchObject({ code });
    expect(await seen(author)).toEqual(nothing);
  });

  it('is seen and counted by those who see the idea alone', async () => {
    const { id } = await endorse(member, hidden);
    for (const reader of [author, second, member, owner, sponsor]) expect(await seen(reader)).toEqual({ ids: [id], count: 1 });
    for (const reader of [outsider, juror]) expect(await seen(reader)).toEqual(nothing);
    expect((await read(member)).endorsableThings.map((thing) => thing.id)).toEqual(expect.arrayContaining([open.id, hidden.id]));
    expect((await read(outsider)).endorsableThings).toEqual([{ id: open.id, type: 'idea' }]);
  });

  it('goes when the idea is withdrawn', async () => {
    await endorse(member, open);
    await api.manager.query(`UPDATE idea SET state = 'withdrawn' WHERE id = $1`, [open.id]);
    for (const reader of [author, member, outsider]) expect(await seen(reader)).toEqual(nothing);
  });

  it('tells no juror who judges blind whose idea it is, until the jury is done', async () => {
    const judged = await aCampaign({ owner, sponsor }).judgedBy(juror).blind().at('jury').save(api.manager);
    const idea = await anIdea(author).in(judged).save(api.manager);
    const { id } = await endorse(member, idea);
    await expect(endorse(juror, idea)).rejects.toMatchObject({ code: 'ENDORSED_THING_NOT_FOUND' });
    expect([await seen(outsider), await seen(juror)]).toEqual([{ ids: [id], count: 1 }, nothing]);
    expect((await read(juror)).endorsableThings).toEqual([{ id: open.id, type: 'idea' }]);
    await moveTo(api.manager, judged, 'decide');
    expect(await seen(juror)).toEqual({ ids: [id], count: 1 });
    await expect(endorse(juror, idea)).resolves.toMatchObject({ thing: { id: idea.id } });
  });
});
