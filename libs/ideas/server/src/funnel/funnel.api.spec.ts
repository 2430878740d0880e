import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { richTextOf } from '@parvis/conversations/server';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aCampaign, anIdea } from '../testing/index.ts';

const FIGURES = `query ($id: ID!) { campaign(id: $id) { figures { submitted answered selected carriedOut delivered measured acrossDepartments hoursToAnswer hoursToDecision newContributors
  participation { tookPart headcount departments { department headcount tookPart } others { headcount tookPart } } } } }`;

let api: TestApi;
let count = 0;
let sponsor: PersonEntity;
let works: PersonEntity[], labs: PersonEntity[], sales: PersonEntity[];
let names: { works: string; labs: string; sales: string };

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  count += 1;
  names = { works: `Works ${count}`, labs: `Labs ${count}`, sales: `Sales ${count}` };
  sponsor = await aPerson().being('executive').in(names.works).save(api.manager);
  const staff = (department: string, size: number) => Promise.all(Array.from({ length: size }, () => aPerson().in(department).save(api.manager)));
  [works, labs, sales] = [await staff(names.works, 29), await staff(names.labs, 20), await staff(names.sales, 20)];
});

const campaignOf = (change: Partial<CampaignEntity> = {}) => aCampaign({ owner: works[0] as PersonEntity, sponsor }).for(names.works, names.labs, names.sales).at('review').being(change).save(api.manager);
const figures = async (campaign: CampaignEntity, by = labs[0] as PersonEntity) => (await api.as(by).send<{ campaign: { figures: Record<string, unknown> } | null }>(FIGURES, { id: campaign.id })).campaign?.figures;
const supported = async (ideaId: string, people: PersonEntity[]) => {
  for (const { id } of people) await api.manager.query('INSERT INTO idea_support (idea_id, person_id, created_at) VALUES ($1, $2, now())', [ideaId, id]);
};
const answered = (ideaId: string, outcome: string, hours: number, decidedHours: number | null) =>
  api.manager.query(
    `INSERT INTO idea_answer (idea_id, author_id, signed_as, key, outcome, reason, reason_text, link, version, created_at, decided_at)
     SELECT idea.id, $2, 'sponsor', $3, $4, $5, 'So.', '', 1, submitted_at + make_interval(hours => $6), submitted_at + make_interval(hours => $7) FROM idea WHERE idea.id = $1`,
    [ideaId, sponsor.id, randomUUID(), outcome, richTextOf('So.'), hours, decidedHours],
  );
const projectOf = (ideaId: string, delivered: boolean, measured: boolean) =>
  api.manager.query(
    `INSERT INTO project (id, key, idea_id, begun_by_id, owner_id, ends_on, first_ends_on, percentage, unit, version, begun_at, result, delivered_on, measured_amount, measured_by_id, measured_at)
     VALUES ($1, $2, $3, $4, $4, '2026-12-01', '2026-12-01', 10, '', 1, now(), $5, $6, $7, $8, $9)`,
    [randomUUID(), randomUUID(), ideaId, sponsor.id, delivered ? richTextOf('Done.') : null, delivered ? '2026-11-01' : null, measured ? 4 : null, measured ? sponsor.id : null, measured ? new Date() : null],
  );

describe('the figures of a campaign', () => {
  it('tell how far its ideas have come, and how fast', async () => {
    const campaign = await campaignOf();
    const [one, two, three, four, five] = await Promise.all(Array.from({ length: 5 }, (_, i) => anIdea(works[i] as PersonEntity).in(campaign).with(...(i === 0 ? [labs[1] as PersonEntity] : i === 1 ? [works[9] as PersonEntity] : [])).save(api.manager)));
    for (const state of ['draft', 'withdrawn', 'archived'] as const) await anIdea(works[6] as PersonEntity).in(campaign).being(state).save(api.manager);
    await answered(one?.id ?? '', 'selected', 10, 40);
    await answered(two?.id ?? '', 'selected', 20, 20);
    await answered(three?.id ?? '', 'later', 60, null);
    await answered(four?.id ?? '', 'selected', 30, 30);
    await projectOf(one?.id ?? '', true, true);
    await projectOf(two?.id ?? '', true, false);
    await projectOf(four?.id ?? '', false, false);
    expect(five?.state).toBe('submitted');
    expect(await figures(campaign)).toMatchObject({ submitted: 6, answered: 5, selected: 3, carriedOut: 3, delivered: 2, measured: 1, acrossDepartments: 1, hoursToAnswer: 25, hoursToDecision: 30 });
  });

  it('are empty where nothing happened', async () => {
    expect(await figures(await campaignOf())).toMatchObject({ submitted: 0, answered: 0, hoursToAnswer: null, hoursToDecision: null, newContributors: null, participation: { tookPart: null, headcount: 70, departments: [], others: null } });
  });

  it('count who took part once, however they did, by department, and never few of one', async () => {
    const campaign = await campaignOf();
    const { id } = await anIdea(works[1] as PersonEntity).in(campaign).save(api.manager);
    await supported(id, [...works.slice(2, 12), ...labs.slice(0, 9), ...sales.slice(0, 5)]);
    for (const author of [works[1], works[2], labs[0]] as PersonEntity[]) {
      await api.manager.query(`INSERT INTO comment (id, subject_type, subject_id, author_id, key, body, text, created_at) VALUES ($1, 'idea', $2, $3, $4, $5, 'Yes.', now())`, [randomUUID(), id, author.id, randomUUID(), richTextOf('Yes.')]);
    }
    // Sales are too few, and labs would let them be computed.
    expect((await figures(campaign))?.['participation']).toEqual({ tookPart: 25, headcount: 70, departments: [{ department: names.works, headcount: 30, tookPart: 11 }], others: { headcount: 40, tookPart: 14 } });
    const ballotId = randomUUID();
    await api.manager.query(`INSERT INTO ballot (id, campaign_id, kind, is_secret, hides_results) VALUES ($1, $2, 'stars', true, true)`, [ballotId, campaign.id]);
    for (const { id: personId } of sales.slice(3, 10)) await api.manager.query('INSERT INTO ballot_voter (ballot_id, person_id, voted_on) VALUES ($1, $2, now())', [ballotId, personId]);
    expect((await figures(campaign))?.['participation']).toMatchObject({ tookPart: 30, departments: [{ department: names.works }, { department: names.sales, tookPart: 10 }, { department: names.labs, tookPart: 9 }], others: null });
    await api.manager.query('UPDATE person SET deactivated_at = now() WHERE id = ANY($1)', [sales.slice(0, 5).map((one) => one.id)]);
    expect((await figures(campaign))?.['participation']).toMatchObject({ tookPart: 25, headcount: 65, others: { headcount: 35, tookPart: 14 } });
  });

  it('count who takes part for the first time, never few', async () => {
    const earlier = await campaignOf({ publishedAt: new Date('2026-01-01') });
    const campaign = await campaignOf();
    await supported((await anIdea(works[1] as PersonEntity).in(earlier).save(api.manager)).id, works.slice(2, 10));
    const { id } = await anIdea(works[1] as PersonEntity).in(campaign).save(api.manager);
    await supported(id, [...works.slice(2, 10), ...labs.slice(0, 12)]);
    expect(await figures(campaign)).toMatchObject({ newContributors: 12, participation: { tookPart: 21 } });
    // Whom it is not for any more, having moved, is in neither figure.
    await supported(id, sales.slice(0, 4));
    await api.manager.query(`UPDATE person SET department = 'Moon' WHERE id = ANY($1)`, [sales.slice(0, 4).map((one) => one.id)]);
    expect(await figures(campaign)).toMatchObject({ newContributors: 12, participation: { tookPart: 21 } });
    await api.manager.query('DELETE FROM idea_support WHERE idea_id = $1 AND person_id = ANY($2)', [id, labs.slice(0, 5).map((one) => one.id)]);
    expect(await figures(campaign)).toMatchObject({ newContributors: null });
  });

  it('are for those who see the campaign', async () => {
    const campaign = await aCampaign({ owner: works[0] as PersonEntity, sponsor }).for(names.works).at('review').save(api.manager);
    expect(await figures(campaign)).toBeUndefined();
    expect(await figures(campaign, works[3])).toMatchObject({ submitted: 0 });
  });
});
