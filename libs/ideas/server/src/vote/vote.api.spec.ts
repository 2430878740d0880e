import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aBallot, aCampaign, anIdea, moveTo } from '../testing/index.ts';
import type { BallotEntity } from './ballot.entity.ts';

const PAPER = 'id voterCount viewerHasVoted viewerPairCount viewerVotes { ideaId mark } nextPair { id }';
const CAST = `mutation ($ballotId: ID!, $votes: [VoteInput!]!, $isWhole: Boolean! = false) { castVotes(ballotId: $ballotId, votes: $votes, isWhole: $isWhole) { ${PAPER} } }`;
const COMPARE = `mutation ($ballotId: ID!, $ideaIds: [ID!]!, $preferredId: ID) { comparePair(ballotId: $ballotId, ideaIds: $ideaIds, preferredId: $preferredId) { ${PAPER} } }`;

interface Paper {
  voterCount: number;
  viewerHasVoted: boolean;
  viewerPairCount: number;
  viewerVotes: { ideaId: string; mark: number }[];
  nextPair: { id: string }[] | null;
}

type Mark = [{ id: string }, number | null];

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity, voter: PersonEntity, other: PersonEntity;
let campaign: CampaignEntity;
let first: IdeaEntity, second: IdeaEntity, third: IdeaEntity;

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author, voter, other] = (await people(api.manager, 4)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
  campaign = await aCampaign({ owner, sponsor }).at('vote').save(api.manager);
  [first, second, third] = (await Promise.all([1, 2, 3].map(() => anIdea(author).in(campaign).costing(4_000).save(api.manager)))) as [IdeaEntity, IdeaEntity, IdeaEntity];
});

const cast = async (person: PersonEntity, ballot: BallotEntity, marks: Mark[], isWhole = false): Promise<Paper> =>
  (await api.as(person).send<{ castVotes: Paper }>(CAST, { ballotId: ballot.id, votes: marks.map(([{ id }, mark]) => ({ ideaId: id, mark })), isWhole })).castVotes;
const compare = async (person: PersonEntity, ballot: BallotEntity, pair: { id: string }[], preferred: { id: string } | null): Promise<Paper> =>
  (await api.as(person).send<{ comparePair: Paper }>(COMPARE, { ballotId: ballot.id, ideaIds: pair.map(({ id }) => id), preferredId: preferred?.id })).comparePair;
const rows = (table: 'ballot_vote' | 'ballot_pair', { id }: BallotEntity): Promise<{ person_id: string | null; voter: Buffer }[]> => api.manager.query(`SELECT * FROM ${table} WHERE ballot_id = $1`, [id]);

describe('voting', () => {
  it('sets marks: sent again, even at once, each counts once; a newer one replaces it, none takes it away', async () => {
    const ballot = await aBallot(campaign, 'stars').save(api.manager);
    await Promise.all([cast(voter, ballot, [[first, 5], [second, 2]]), cast(voter, ballot, [[first, 5], [second, 2]])]);
    expect(await rows('ballot_vote', ballot)).toHaveLength(2);
    expect((await cast(voter, ballot, [[first, 3]])).viewerVotes).toEqual([{ ideaId: first.id, mark: 3 }, { ideaId: second.id, mark: 2 }]);
    expect((await cast(other, ballot, [[first, 1]])).voterCount).toBe(2);
    expect(await cast(voter, ballot, [[first, null], [second, null]])).toMatchObject({ viewerVotes: [], viewerHasVoted: false, voterCount: 1 });
  });

  it('may hand in a whole paper, which drops what is not on it', async () => {
    const ballot = await aBallot(campaign, 'stars').save(api.manager);
    await cast(voter, ballot, [[first, 5], [second, 2]]);
    expect((await cast(voter, ballot, [[third, 4]], true)).viewerVotes).toEqual([{ ideaId: third.id, mark: 4 }]);
  });

  it.each([
    ['no stars', 'stars', 0, 'VOTE_INVALID'],
    ['six stars', 'stars', 6, 'VOTE_INVALID'],
    ['a seventh grade', 'grades', 6, 'VOTE_INVALID'],
    ['two of an idea in a basket', 'budget', 2, 'VOTE_INVALID'],
    ['more points for one idea than allowed', 'points', 5, 'VOTE_INVALID'],
    ['a mark where pairs are compared', 'pairs', 1, 'BALLOT_OTHER_WAY'],
    ['a mark where ideas are supported', 'support', 1, 'BALLOT_OTHER_WAY'],
  ] as const)('refuses %s', async (_name, kind, mark, code) => {
    const ballot = await aBallot(campaign, kind).save(api.manager);
    await expect(cast(voter, ballot, [[first, mark]])).rejects.toMatchObject({ code });
    expect(await rows('ballot_vote', ballot)).toEqual([]);
  });

  it('is for ideas that stand in the campaign and are not one’s own', async () => {
    const ballot = await aBallot(campaign, 'grades').save(api.manager);
    const joined = await anIdea(author).in(campaign).with(voter).save(api.manager);
    await expect(cast(author, ballot, [[first, 0]])).rejects.toMatchObject({ code: 'IDEA_OWN' });
    await expect(cast(voter, ballot, [[second, 0], [joined, 0]])).rejects.toMatchObject({ code: 'IDEA_OWN' });
    await expect(cast(voter, ballot, [[await anIdea(author).save(api.manager), 0]])).rejects.toMatchObject({ code: 'VOTE_IDEA_INVALID' });
    await expect(cast(voter, ballot, [[await anIdea(author).in(campaign).being('archived').save(api.manager), 0]])).rejects.toMatchObject({ code: 'VOTE_IDEA_INVALID' });
    await expect(cast(voter, ballot, [[first, 0], [first, 1]])).rejects.toMatchObject({ code: 'VOTE_INVALID' });
    await expect(cast(voter, ballot, [[{ id: 'it' }, 0]])).rejects.toMatchObject({ code: 'ID_INVALID' });
    await expect(cast(voter, ballot, Array.from({ length: 501 }, (): Mark => [{ id: randomUUID() }, 0]))).rejects.toMatchObject({ code: 'TOO_MANY_ITEMS' });
    expect(await rows('ballot_vote', ballot)).toEqual([]);
    await expect(cast(voter, ballot, [[first, 0]])).resolves.toMatchObject({ voterCount: 1 });
  });

  it('is for everybody who sees the campaign, and for nobody else', async () => {
    const away = await aCampaign({ owner, sponsor }).at('vote').for('Moon').save(api.manager);
    const ballot = await aBallot(away, 'stars').save(api.manager);
    const idea = await anIdea(author).in(away).save(api.manager);
    await expect(cast(voter, ballot, [[idea, 5]])).rejects.toMatchObject({ code: 'BALLOT_NOT_FOUND' });
    await expect(cast(owner, ballot, [[idea, 5]])).resolves.toMatchObject({ voterCount: 1 });
    await expect(cast(voter, { ...ballot, id: randomUUID() }, [])).rejects.toMatchObject({ code: 'BALLOT_NOT_FOUND' });
    await expect(cast(voter, { ...ballot, id: 'it' }, [])).rejects.toMatchObject({ code: 'ID_INVALID' });
    await expect(api.anonymous().send(CAST, { ballotId: ballot.id, votes: [] })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each(['gather', 'build', 'jury', 'over', 'closed', 'cancelled'] as const)('is refused while the campaign is at %s', async (stage) => {
    campaign = await aCampaign({ owner, sponsor }).at(stage).save(api.manager);
    const idea = await anIdea(author).in(campaign).save(api.manager);
    await expect(cast(voter, await aBallot(campaign, 'stars').save(api.manager), [[idea, 5]])).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW', params: { action: 'vote', stage } });
    await expect(compare(voter, await aBallot(campaign, 'pairs').save(api.manager), [idea, first], null)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
  });
});

describe('a basket', () => {
  it('holds what the envelope pays and not a euro more, whatever is sent at once', async () => {
    const ballot = await aBallot(campaign, 'budget').save(api.manager);
    const tries = await Promise.allSettled([first, second, third].map((idea) => cast(voter, ballot, [[idea, 1]])));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expect(cast(voter, ballot, [[first, 1], [second, 1], [third, 1]])).rejects.toMatchObject({ code: 'VOTE_ENVELOPE_EXCEEDED', params: { department: '', amount: 10_000 } });
    await expect(cast(voter, ballot, [[first, 1], [third, 1]], true)).resolves.toMatchObject({ viewerVotes: [{ mark: 1 }, { mark: 1 }] });
  });

  it('gets back what an idea cost that was put away', async () => {
    const ballot = await aBallot(campaign, 'budget').save(api.manager);
    await cast(voter, ballot, [[first, 1], [second, 1]]);
    await api.manager.query(`UPDATE idea SET state = 'archived' WHERE id = $1`, [first.id]);
    await expect(cast(voter, ballot, [[third, 1]])).resolves.toMatchObject({ viewerHasVoted: true });
  });

  it('is paid by each department for its own ideas; what has no cost, or too high a one, is not in it', async () => {
    const [cook, smith] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
    await api.manager.query(`UPDATE person SET department = CASE id WHEN $1 THEN 'Kitchen' ELSE 'Forge' END WHERE id IN ($1, $2)`, [cook.id, smith.id]);
    const ballot = await aBallot(campaign, 'budget').paying({ Kitchen: 5_000, Forge: 9_000 }).save(api.manager);
    const of = (person: PersonEntity, cost: number | null) => anIdea(person).in(campaign).costing(cost).save(api.manager);
    const [soup, bread, nail] = [await of(cook, 3_000), await of(cook, 3_000), await of(smith, 9_000)];
    await expect(cast(voter, ballot, [[soup, 1], [nail, 1]])).resolves.toMatchObject({ viewerHasVoted: true });
    await expect(cast(voter, ballot, [[bread, 1]])).rejects.toMatchObject({ code: 'VOTE_ENVELOPE_EXCEEDED', params: { department: 'Kitchen', amount: 5_000 } });
    for (const idea of [await of(smith, null), await of(smith, 0), await of(smith, 9_001), first]) await expect(cast(voter, ballot, [[idea, 1]])).rejects.toMatchObject({ code: 'VOTE_IDEA_INVALID' });
    // Moved to another department since: the idea stays where it comes from.
    await api.manager.query(`UPDATE person SET department = 'Moon' WHERE id = $1`, [cook.id]);
    await expect(cast(other, ballot, [[bread, 1]])).resolves.toMatchObject({ viewerHasVoted: true });
  });
});

describe('points', () => {
  it('are spread up to their number, whatever is sent at once', async () => {
    const ballot = await aBallot(campaign, 'points').save(api.manager);
    const tries = await Promise.allSettled([first, second, third].map((idea) => cast(voter, ballot, [[idea, 4]])));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expect(cast(voter, ballot, [[first, 4], [second, 4], [third, 3]])).rejects.toMatchObject({ code: 'VOTE_POINTS_EXCEEDED', params: { points: 10 } });
    await expect(cast(voter, ballot, [[first, 4], [second, 4], [third, 2]], true)).resolves.toMatchObject({ voterCount: 1 });
  });
});

describe('pairs', () => {
  it('are shown one after the other, the least compared first, never one’s own, until all are compared', async () => {
    const own = await anIdea(voter).in(campaign).save(api.manager);
    const ballot = await aBallot(campaign, 'pairs').save(api.manager);
    await compare(other, ballot, [first, second], first);
    let { nextPair } = await compare(voter, ballot, [first, second], null);
    const seen = [[first.id, second.id].toSorted()];
    expect(nextPair?.map(({ id }) => id)).toContain(third.id);
    while (nextPair) {
      seen.push(nextPair.map(({ id }) => id).toSorted());
      ({ nextPair } = await compare(voter, ballot, nextPair, nextPair[0] ?? null));
    }
    expect(seen).toHaveLength(3);
    expect(new Set(seen.map(String)).size).toBe(3);
    expect(seen.flat()).not.toContain(own.id);
  });

  it('are answered once each: again, the newest answer counts', async () => {
    const ballot = await aBallot(campaign, 'pairs').save(api.manager);
    await Promise.all([compare(voter, ballot, [first, second], first), compare(voter, ballot, [second, first], first)]);
    expect(await compare(voter, ballot, [second, first], second)).toMatchObject({ viewerPairCount: 1, voterCount: 1 });
    expect(await rows('ballot_pair', ballot)).toEqual([expect.objectContaining({ preferred: first.id < second.id ? 2 : 1 })]);
  });

  it.each(['pairs', 'support'] as const)('are not marks: a list without any takes nobody out of a ballot of %s', async (kind) => {
    const ballot = await aBallot(campaign, kind).save(api.manager);
    await api.manager.query('INSERT INTO ballot_voter (ballot_id, person_id, voted_on) VALUES ($1, $2, now())', [ballot.id, voter.id]);
    for (const marks of [[], [[first, null] as Mark]]) await expect(cast(voter, ballot, marks)).rejects.toMatchObject({ code: 'BALLOT_OTHER_WAY' });
    expect(await api.manager.query('SELECT count(*)::int AS count FROM ballot_voter WHERE ballot_id = $1', [ballot.id])).toEqual([{ count: 1 }]);
  });

  it('refuse one’s own idea, an idea beside itself and one that is not shown', async () => {
    const ballot = await aBallot(campaign, 'pairs').save(api.manager);
    await expect(compare(author, ballot, [first, second], first)).rejects.toMatchObject({ code: 'IDEA_OWN' });
    await expect(compare(voter, ballot, [first, first], first)).rejects.toMatchObject({ code: 'VOTE_INVALID' });
    await expect(compare(voter, ballot, [first, second], third)).rejects.toMatchObject({ code: 'VOTE_INVALID' });
    await expect(compare(voter, ballot, [first, second, third], first)).rejects.toMatchObject({ code: 'VOTE_INVALID' });
    await expect(compare(voter, ballot, [first, await anIdea(author).save(api.manager)], first)).rejects.toMatchObject({ code: 'VOTE_IDEA_INVALID' });
    await expect(compare(voter, await aBallot(campaign, 'stars').save(api.manager), [first, second], first)).rejects.toMatchObject({ code: 'BALLOT_OTHER_WAY' });
  });
});

describe('a vote in the second in which the phase closes', () => {
  it('counts when its turn came before, and is refused when it came after', async () => {
    const ballot = await aBallot(campaign, 'stars').hidden().save(api.manager);
    const runner = api.manager.connection.createQueryRunner();
    // A vote that is under way holds the campaign; whoever closes it waits, and whoever votes after the close was late.
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM campaign WHERE id = $1 FOR NO KEY UPDATE', [campaign.id]);
    const late = cast(voter, ballot, [[first, 5]]);
    late.catch(() => undefined);
    await runner.query(`UPDATE campaign_phase SET closes_at = clock_timestamp() WHERE campaign_id = $1 AND kind = 'vote'`, [campaign.id]);
    await runner.commitTransaction();
    await runner.release();
    await expect(late).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    expect(await rows('ballot_vote', ballot)).toEqual([]);
  });

  it('loses nothing that was said before the phase moved on', async () => {
    const ballot = await aBallot(campaign, 'stars').save(api.manager);
    await cast(voter, ballot, [[first, 5]]);
    await moveTo(api.manager, campaign, 'jury');
    await expect(cast(voter, ballot, [[first, 1]])).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    expect(await rows('ballot_vote', ballot)).toMatchObject([{ mark: 5 }]);
  });
});
