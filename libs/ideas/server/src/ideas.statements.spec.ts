import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi, webOperation } from '@parvis/identity/server/testing';
import type { CampaignEntity } from './campaign/campaign.entity.ts';
import type { IdeaEntity } from './idea/idea.entity.ts';
import { testDomains } from './testing/domains.ts';
import { aBallot, aCampaign, anIdea } from './testing/index.ts';
import type { BallotEntity, BallotKind } from './vote/ballot.entity.ts';

interface World {
  viewer: PersonEntity;
  campaign: CampaignEntity;
  idea: IdeaEntity;
}

/** A campaign that votes in every way; the viewer has given all ideas something. */
interface Voting {
  viewer: PersonEntity;
  campaign: CampaignEntity;
  ideas: IdeaEntity[];
  ballots: Record<BallotKind, BallotEntity>;
}

let api: TestApi;
let worlds: World[];
let votes: Voting[];

beforeAll(async () => {
  api = await TestApi.start(testDomains);
  worlds = [await aWorldOf(2), await aWorldOf(9)];
  votes = [await aVoteOn(3), await aVoteOn(12)];
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

async function aVoteOn(number: number): Promise<Voting> {
  const sponsor = await aPerson().being('executive').save(api.manager);
  const [viewer, owner, author] = (await people(api.manager, 3)) as [PersonEntity, PersonEntity, PersonEntity];
  const campaign = await aCampaign({ owner, sponsor }).at('vote').save(api.manager);
  const ideas = await Promise.all(Array.from({ length: number }, () => anIdea(author).in(campaign).costing(10).save(api.manager)));
  const ballot = (kind: BallotKind) => aBallot(campaign, kind).save(api.manager);
  const ballots = { support: await ballot('support'), stars: await ballot('stars'), grades: await ballot('grades'), budget: await ballot('budget'), pairs: await ballot('pairs'), points: await ballot('points') };
  const voting = { viewer, campaign, ideas, ballots };
  for (const kind of ['stars', 'grades', 'budget'] as const) await api.as(viewer).send(webOperation('CastVotes'), { ballotId: ballots[kind].id, votes: ideas.map(({ id }) => ({ ideaId: id, mark: 1 })) });
  await api.as(viewer).send(webOperation('ComparePair'), comparison(voting));
  return voting;
}

const comparison = ({ ideas, ballots }: Voting) => ({ ballotId: ballots.pairs.id, ideaIds: ideas.slice(0, 2).map(({ id }) => id), preferredId: ideas[0]?.id });
const another = (kind: BallotKind, mark: number) => ({ ideas, ballots }: Voting) => ({ ballotId: ballots[kind].id, votes: [{ ideaId: ideas.at(-1)?.id, mark }] });
const resultsOf = (kind: BallotKind) => ({ ballots }: Voting) => ({ id: ballots[kind].id });

describe('what a vote costs, whatever the number of ideas', () => {
  it.each([
    { what: 'the paper', operation: 'CampaignBallots', of: ({ campaign }: Voting) => ({ id: campaign.id }), cost: 10 },
    { what: 'the ideas on it', operation: 'PaperIdeas', of: ({ campaign }: Voting) => ({ id: campaign.id }), cost: 9 },
    { what: 'a vote in stars', operation: 'CastVotes', of: another('stars', 5), cost: 19 },
    { what: 'a vote in a budget', operation: 'CastVotes', of: another('budget', 1), cost: 19 },
    { what: 'a vote in points', operation: 'CastVotes', of: another('points', 2), cost: 19 },
    { what: 'a comparison', operation: 'ComparePair', of: comparison, cost: 22 },
    { what: 'results of support', operation: 'BallotResults', of: resultsOf('support'), cost: 8 },
    { what: 'results of grades', operation: 'BallotResults', of: resultsOf('grades'), cost: 8 },
    { what: 'results of a budget', operation: 'BallotResults', of: resultsOf('budget'), cost: 9 },
    { what: 'results of pairs', operation: 'BallotResults', of: resultsOf('pairs'), cost: 8 },
  ])('$what', async ({ operation, of, cost }) => {
    const counts: number[] = [];
    for (const voting of votes) counts.push((await api.statementsOf(() => api.as(voting.viewer).send(webOperation(operation), of(voting)))).length);
    expect(counts).toEqual([cost, cost]);
  });
});

describe('what pages of campaigns cost, whatever their length', () => {
  it.each([
    { page: 'the current campaigns', operation: 'Campaigns', of: () => ({ period: 'CURRENT' }), cost: 8 },
    { page: 'a campaign', operation: 'CampaignPage', of: ({ campaign }: World) => ({ id: campaign.id }), cost: 7 },
    { page: 'its ideas', operation: 'CampaignIdeas', of: ({ campaign }: World) => ({ id: campaign.id, order: 'SHUFFLED', mine: false, seeking: false }), cost: 11 },
    { page: 'what it is about', operation: 'CampaignAbout', of: ({ campaign }: World) => ({ id: campaign.id }), cost: 7 },
    { page: 'an idea', operation: 'IdeaPage', of: ({ idea }: World) => ({ id: idea.id }), cost: 20 },
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
