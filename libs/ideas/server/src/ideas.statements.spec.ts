import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi, webOperation } from '@parvis/identity/server/testing';
import type { CampaignEntity } from './campaign/campaign.entity.ts';
import type { IdeaEntity } from './idea/idea.entity.ts';
import { testDomains } from './testing/domains.ts';
import { aBallot, aCampaign, anIdea } from './testing/index.ts';

interface World {
  viewer: PersonEntity;
  campaign: CampaignEntity;
  idea: IdeaEntity;
}

let api: TestApi;
let worlds: World[];

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  worlds = [await aWorldOf(2), await aWorldOf(9)];
}, 60_000);
afterAll(() => api.stop());

/** As many campaigns with a moderator each; the first holds as many ideas, each of two authors. */
async function aWorldOf(number: number): Promise<World> {
  const sponsor = await aPerson().being('executive').save(api.manager);
  const [viewer, owner, ...others] = (await people(api.manager, 2 + 2 * number)) as [PersonEntity, PersonEntity, ...PersonEntity[]];
  const campaigns: CampaignEntity[] = [];
  for (let i = 0; i < number; i += 1) {
    const made = await aCampaign({ owner, sponsor }).moderatedBy(others[i] ?? owner).save(api.manager);
    await aBallot(made, 'stars').save(api.manager);
    campaigns.push(made);
  }
  const [campaign] = campaigns as [CampaignEntity];
  const ideas: IdeaEntity[] = [];
  for (let i = 0; i < number; i += 1) ideas.push(await anIdea(others[2 * i] ?? owner).with(others[2 * i + 1] ?? viewer).in(campaign).save(api.manager));
  return { viewer, campaign, idea: ideas[0] as IdeaEntity };
}

describe('what pages of campaigns cost, whatever their length', () => {
  it.each([
    { page: 'the current campaigns', operation: 'Campaigns', of: () => ({ period: 'CURRENT' }), cost: 8 },
    { page: 'a campaign', operation: 'CampaignPage', of: ({ campaign }: World) => ({ id: campaign.id }), cost: 7 },
    { page: 'its ideas', operation: 'CampaignIdeas', of: ({ campaign }: World) => ({ id: campaign.id, order: 'SHUFFLED', mine: false, seeking: false }), cost: 11 },
    { page: 'what it is about', operation: 'CampaignAbout', of: ({ campaign }: World) => ({ id: campaign.id }), cost: 7 },
    { page: 'an idea', operation: 'IdeaPage', of: ({ idea }: World) => ({ id: idea.id }), cost: 19 },
  ])('$page', async ({ operation, of, cost }) => {
    const counts: number[] = [];
    for (const world of worlds) counts.push((await api.statementsOf(() => api.as(world.viewer).send(webOperation(operation), of(world)))).length);
    // A statement for each kind of fact, none for each row.
    expect(counts).toEqual([cost, cost]);
  });

  it.each([
    { what: 'how their votes stand', asked: 'ballots { state voterCount }', cost: 6 },
    { what: 'what became of them', asked: 'figures { submitted newContributors participation { tookPart } }', cost: 5 },
  ])('a list of campaigns with $what', async ({ asked, cost }) => {
    const counts: number[] = [];
    for (const first of [2, 9]) {
      const list = `{ campaigns(period: CURRENT, first: ${first}) { edges { node { id ${asked} } } } }`;
      counts.push((await api.statementsOf(() => api.as(worlds[0]?.viewer as PersonEntity).send(list))).length);
    }
    expect(counts).toEqual([cost, cost]);
  });
});
