import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { CampaignTurns } from '../phase/campaign-turns.ts';
import type { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { IdeaEntity } from '../idea/idea.entity.ts';
import { testDomains } from '../testing/domains.ts';
import { aBallot, aCampaign, anIdea, moveTo } from '../testing/index.ts';
import { BallotSealing } from './ballot-sealing.ts';
import { ballotKinds, type BallotEntity, type BallotKind } from './ballot.entity.ts';
import { recountCampaign } from './recount.ts';
import { voterOf } from './voter.ts';

const ROW = 'ideaId rank votes mean grades median points isFunded share wins';
const BALLOTS = `query ($id: ID!) { campaign(id: $id) { ballots { id kind state resultsState voterCount viewerHasVoted viewerVotes { ideaId mark } results(first: 50) { totalCount edges { node { ${ROW} } } } } } }`;
const OPEN = `query ($id: ID!, $ideaId: ID!, $first: Int! = 20, $after: String) { campaign(id: $id) { ballots { openVotes(ideaId: $ideaId, first: $first, after: $after) { edges { node { person { id } mark preferredId other { id } } } pageInfo { hasNextPage endCursor } } } } }`;
const MINE = `query ($id: ID!) { campaign(id: $id) { ideas(order: NEWEST, first: 20) { edges { node { id viewerVotes { ballotId mark } } } } } }`;
const CAST = `mutation ($ballotId: ID!, $votes: [VoteInput!]!) { castVotes(ballotId: $ballotId, votes: $votes) { id } }`;
const COMPARE = `mutation ($ballotId: ID!, $ideaIds: [ID!]!, $preferredId: ID) { comparePair(ballotId: $ballotId, ideaIds: $ideaIds, preferredId: $preferredId) { id } }`;
const CHOOSE = `mutation ($id: ID!, $ballots: [BallotInput!]!) { chooseBallots(campaignId: $id, ballots: $ballots) { ballots { kind isSecret hidesResults maxSupports points maxPoints envelopes { department amount } } } }`;
const PUBLISH = `mutation ($id: ID!) { publishCampaign(id: $id) { ballots { kind isSecret maxSupports } } }`;

interface Seen {
  id: string;
  kind: string;
  state: string;
  resultsState: string;
  voterCount: number;
  viewerHasVoted: boolean;
  viewerVotes: { ideaId: string; mark: number }[];
  results: { totalCount: number; edges: { node: Record<string, unknown> & { ideaId: string } }[] } | null;
}

let api: TestApi;
let owner: PersonEntity, sponsor: PersonEntity, author: PersonEntity;
let voters: PersonEntity[];
let campaign: CampaignEntity;
let ideas: [IdeaEntity, IdeaEntity, IdeaEntity];

beforeAll(async () => {
  api = await TestApi.start(testDomains);
});
afterAll(() => api.stop());
beforeEach(async () => {
  sponsor = await aPerson().being('executive').save(api.manager);
  [owner, author] = (await people(api.manager, 2)) as [PersonEntity, PersonEntity];
  voters = await people(api.manager, 3);
  campaign = await aCampaign({ owner, sponsor }).at('vote').save(api.manager);
  ideas = (await Promise.all([1, 2, 3].map(() => anIdea(author).in(campaign).costing(4_000).save(api.manager)))) as typeof ideas;
  ideas.sort((one, other) => (one.id < other.id ? -1 : 1));
});

const cast = (person: PersonEntity, ballot: BallotEntity, marks: number[]) =>
  api.as(person).send(CAST, { ballotId: ballot.id, votes: marks.flatMap((mark, i) => (mark < 0 ? [] : [{ ideaId: ideas[i]?.id, mark }])) });
const seenBy = async (person: PersonEntity, of: { id: string } = campaign): Promise<Seen[]> => (await api.as(person).send<{ campaign: { ballots: Seen[] } }>(BALLOTS, { id: of.id })).campaign.ballots;
const only = async (person: PersonEntity): Promise<Seen> => (await seenBy(person))[0] as Seen;
const rows = ({ results }: Seen) => results?.edges.map(({ node }) => node) ?? [];
const votesIn = (ballot: BallotEntity) => api.manager.query<{ voter: Buffer; person_id: string | null; xmin: string }[]>('SELECT *, xmin::text FROM ballot_vote WHERE ballot_id = $1 ORDER BY ctid', [ballot.id]);
const keysOf = (ballot: BallotEntity) => api.manager.query<{ key: Buffer }[]>('SELECT key FROM ballot_key WHERE ballot_id = $1', [ballot.id]);

describe('results', () => {
  it('are those of each way of deciding, and a recount says the same', async () => {
    const marks: Partial<Record<BallotKind, number[][]>> = { stars: [[5, 3, -1], [4, 3, -1], [4, 5, 1]], grades: [[0, 2, 5], [1, 2, 5], [3, 2, -1]], budget: [[1, 1, -1], [1, -1, -1], [-1, 1, 1]], points: [[4, 3, 1], [4, 4, 2], [-1, 3, 4]] };
    for (const kind of ballotKinds) {
      const ballot = await aBallot(campaign, kind).save(api.manager);
      for (const [i, voter] of voters.entries()) if (marks[kind]) await cast(voter, ballot, marks[kind][i] ?? []);
      if (kind === 'pairs') for (const voter of voters) await api.as(voter).send(COMPARE, { ballotId: ballot.id, ideaIds: [ideas[1].id, ideas[0].id], preferredId: ideas[1].id });
    }
    await api.as(voters[0] as PersonEntity).send('mutation ($id: ID!) { supportIdea(id: $id, wanted: true) { id } }', { id: ideas[2].id });
    const [a, b, c] = ideas.map(({ id }) => id);
    const found = Object.fromEntries((await seenBy(owner)).map((ballot) => [ballot.kind, rows(ballot)]));
    expect(found['SUPPORT']).toMatchObject([{ ideaId: c, rank: 1, votes: 1 }, { ideaId: a, rank: 2 }, { ideaId: b, rank: 2 }]);
    expect(found['STARS']).toMatchObject([{ ideaId: a, rank: 1, votes: 3, mean: 13 / 3 }, { ideaId: b, rank: 2, mean: 11 / 3 }, { ideaId: c, votes: 1, mean: 1 }]);
    expect(found['GRADES']).toMatchObject([{ ideaId: a, grades: [1, 1, 0, 1, 0, 0], median: 1 }, { ideaId: b, median: 2 }, { ideaId: c, votes: 2, median: 5 }]);
    expect(found['BUDGET']).toMatchObject([{ ideaId: a, rank: 1, votes: 2, isFunded: true }, { ideaId: b, rank: 1, isFunded: true }, { ideaId: c, rank: 3, isFunded: false }]);
    expect(found['PAIRS']).toMatchObject([{ ideaId: b, rank: 1, votes: 3, wins: 3 }, { ideaId: c, rank: 2, votes: 0 }, { ideaId: a, rank: 3, wins: 0 }]);
    expect(found['POINTS']).toMatchObject([{ ideaId: b, points: 10, votes: 3 }, { ideaId: a, points: 8 }, { ideaId: c, points: 7 }]);
    const recount = await recountCampaign(api.dataSource, campaign.id);
    expect(recount?.ballots.map(({ kind, voters: count, differences }) => [kind, count, differences]).toSorted()).toEqual(ballotKinds.map((kind) => [kind, kind === 'support' ? 1 : 3, []]).toSorted());
    for (const { kind, rows: counted } of recount?.ballots ?? []) expect(counted?.map(({ ideaId, rank }) => [ideaId, rank])).toEqual(found[kind.toUpperCase()]?.map(({ ideaId, rank }) => [ideaId, rank]));
  });

  it('are counted once when every vote is in, and anew when an idea is put away', async () => {
    const ballot = await aBallot(campaign, 'stars').save(api.manager);
    await cast(voters[0] as PersonEntity, ballot, [5, 3, 1]);
    const countings = async () => (await api.statementsOf(() => only(owner))).filter((sql) => sql.includes('FROM ballot_vote WHERE ballot_id = $1 GROUP BY')).length;
    expect([await countings(), await countings()]).toEqual([1, 1]);
    await moveTo(api.manager, campaign, 'decide');
    await only(owner);
    expect([await countings(), await countings()]).toEqual([1, 0]);
    await api.manager.query(`UPDATE idea SET state = 'archived', archive_reason = 'Said before.' WHERE id = $1`, [ideas[0].id]);
    expect(await countings()).toBe(1);
    expect(rows(await only(owner))).toMatchObject([{ ideaId: ideas[1].id, rank: 1 }, { ideaId: ideas[2].id, rank: 2 }]);
  });

  it('leave out an idea that is put away, whose votes stay', async () => {
    const ballot = await aBallot(campaign, 'stars').save(api.manager);
    await cast(voters[0] as PersonEntity, ballot, [5, 3, 1]);
    await api.as(owner).send('mutation ($id: ID!) { archiveIdea(id: $id, reason: "No.") { id } }', { id: ideas[0].id });
    expect(rows(await only(owner)).map(({ ideaId }) => ideaId)).toEqual([ideas[1].id, ideas[2].id]);
    expect(await votesIn(ballot)).toHaveLength(3);
  });

  it('do not hold what somebody gave an idea that became theirs before the close', async () => {
    const ballot = await aBallot(campaign, 'stars').secret().save(api.manager);
    const joining = voters[0] as PersonEntity;
    await cast(joining, ballot, [5, -1, -1]);
    await cast(voters[1] as PersonEntity, ballot, [2, -1, -1]);
    await api.manager.query(`INSERT INTO idea_author VALUES ($1, $2, 'author', '', now())`, [ideas[0].id, joining.id]);
    await moveTo(api.manager, campaign, 'jury');
    const after = await only(owner);
    expect(rows(after)[0]).toMatchObject({ ideaId: ideas[0].id, votes: 1, mean: 2 });
    expect(after.voterCount).toBe(1);
  });

  it('that are hidden until the close are told by nothing before it: only how many have voted', async () => {
    const ballot = await aBallot(campaign, 'stars').hidden().save(api.manager);
    for (const voter of voters) await cast(voter, ballot, [5, 1, 1]);
    for (const person of [owner, sponsor, author, voters[0] as PersonEntity]) expect(await only(person)).toMatchObject({ state: 'OPEN', resultsState: 'HIDDEN', voterCount: 3, results: null });
    const { campaign: of } = await api.as(owner).send<{ campaign: { ballots: { openVotes: unknown }[] } }>(OPEN, { id: campaign.id, ideaId: ideas[0].id });
    expect(of.ballots).toEqual([{ openVotes: null }]);
    expect((await recountCampaign(api.dataSource, campaign.id))?.ballots).toEqual([{ kind: 'stars', voters: 3, rows: null, differences: [] }]);
    await moveTo(api.manager, campaign, 'jury');
    expect(await only(owner)).toMatchObject({ state: 'OVER', resultsState: 'FINAL', results: { totalCount: 3 } });
  });

  it('of an open ballot say who gave what, page by page; others never do', async () => {
    await aBallot(campaign, 'points').secret().save(api.manager);
    const ballot = await aBallot(campaign, 'stars').save(api.manager);
    for (const [i, voter] of voters.entries()) await cast(voter, ballot, [i + 1, -1, -1]);
    const page = async (after: string | null) => {
      const { campaign: of } = await api.as(author).send<{ campaign: { ballots: { openVotes: { edges: { node: { person: { id: string }; mark: number } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } | null }[] } }>(OPEN, { id: campaign.id, ideaId: ideas[0].id, first: 2, after });
      return of.ballots.map(({ openVotes }) => openVotes);
    };
    const [stars, points] = await page(null);
    expect(points).toBeNull();
    expect(stars?.pageInfo.hasNextPage).toBe(true);
    const [rest] = await page(stars?.pageInfo.endCursor ?? null);
    const told = [...(stars?.edges ?? []), ...(rest?.edges ?? [])].map(({ node }) => [node.person.id, node.mark]);
    expect(told.toSorted()).toEqual(voters.map(({ id }, i) => [id, i + 1]).toSorted());
  });

  it('are void when the campaign is called off during the vote', async () => {
    const ballot = await aBallot(campaign, 'stars').secret().save(api.manager);
    await cast(voters[0] as PersonEntity, ballot, [5, 1, 1]);
    await api.as(owner).send('mutation ($id: ID!) { cancelCampaign(id: $id, reason: "No money.") { id } }', { id: campaign.id });
    await api.settled();
    expect(await only(owner)).toMatchObject({ state: 'VOID', resultsState: 'VOID', results: null });
    expect(await keysOf(ballot)).toEqual([]);
  });
});

describe('a secret ballot', () => {
  it('holds no person and no time beside a vote, and after the close nothing that leads to one', async () => {
    const ballot = await aBallot(campaign, 'stars').secret().save(api.manager);
    for (const voter of voters) await cast(voter, ballot, [5, 4, 3]);
    const [held] = await keysOf(ballot);
    const before = await votesIn(ballot);
    expect(before.every(({ person_id: personId }) => personId === null)).toBe(true);
    expect(new Set(before.map(({ voter }) => voter.toString('hex')))).toEqual(new Set(voters.map(({ id }) => voterOf(id, held?.key ?? null).toString('hex'))));
    await moveTo(api.manager, campaign, 'jury');
    await only(owner);
    expect(await keysOf(ballot)).toEqual([]);
    const after = await votesIn(ballot);
    // One transaction wrote them all, in the order of what they hold: neither tells who came when.
    expect(after.map(({ voter }) => voter.toString('hex'))).toEqual(after.map(({ voter }) => voter.toString('hex')).toSorted());
    expect(new Set(after.map(({ xmin }) => xmin)).size).toBe(1);
    const took = await api.manager.query<{ person_id: string; voted_on: Date }[]>('SELECT * FROM ballot_voter WHERE ballot_id = $1 ORDER BY ctid', [ballot.id]);
    expect(took.map(({ person_id: personId }) => personId)).toEqual(voters.map(({ id }) => id).toSorted());
    expect(Object.keys(took[0] ?? {})).toEqual(['ballot_id', 'person_id', 'voted_on']);
    expect(await only(voters[0] as PersonEntity)).toMatchObject({ viewerHasVoted: true, viewerVotes: [], voterCount: 3, resultsState: 'FINAL' });
  });

  it('is sealed as its phase closes, by the job, and once however often', async () => {
    const ballot = await aBallot(campaign, 'grades').secret().save(api.manager);
    await cast(voters[0] as PersonEntity, ballot, [0, 1, 2]);
    await moveTo(api.manager, campaign, 'jury');
    const turns = api.app.get(CampaignTurns) as unknown as { tell: (id: string) => Promise<void> };
    await Promise.all([turns.tell(campaign.id), seenBy(owner), seenBy(author)]);
    await api.settled();
    expect(await keysOf(ballot)).toEqual([]);
    expect(await votesIn(ballot)).toHaveLength(3);
  });

  it('holds a vote that was under way when it was to be sealed in the same second', async () => {
    const ballot = await aBallot(campaign, 'stars').secret().save(api.manager);
    const [voter, late] = voters as [PersonEntity, PersonEntity];
    const [held] = await keysOf(ballot);
    const waiting = async (number: number): Promise<void> => {
      const [{ count }] = await api.manager.query(`SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
      if (count < number) await waiting(number);
    };
    // The paper of the voter is held: their vote has begun, and holds the campaign, when the phase closes and the ballot is to be sealed.
    const runner = api.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ideas.paper ${ballot.id} ${voterOf(voter.id, held?.key ?? null).toString('hex')}`]);
    const voting = cast(voter, ballot, [5, 4, 3]);
    voting.catch(() => undefined);
    await waiting(1);
    await api.manager.query(`UPDATE campaign_phase SET closes_at = clock_timestamp() WHERE campaign_id = $1 AND kind = 'vote'`, [campaign.id]);
    const sealing = api.app.get(BallotSealing).seal(campaign.id);
    await waiting(2);
    await runner.commitTransaction();
    await runner.release();
    await expect(voting).resolves.toBeTruthy();
    await sealing;
    expect(await keysOf(ballot)).toEqual([]);
    expect(await votesIn(ballot)).toHaveLength(3);
    await expect(cast(late, ballot, [1, 1, 1])).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
    expect(await only(owner)).toMatchObject({ state: 'OVER', resultsState: 'FINAL', voterCount: 1 });
    expect((await recountCampaign(api.dataSource, campaign.id))?.ballots).toMatchObject([{ voters: 1, differences: [] }]);
  });

  it('tells no figure before eight people have voted', async () => {
    const ballot = await aBallot(campaign, 'stars').secret().save(api.manager);
    const many = await people(api.manager, 8);
    for (const person of many.slice(1)) await cast(person, ballot, [5, 1, 1]);
    expect(await only(owner)).toMatchObject({ resultsState: 'SOON', voterCount: 7, results: null });
    await cast(many[0] as PersonEntity, ballot, [5, 1, 1]);
    expect(await only(owner)).toMatchObject({ resultsState: 'LIVE', results: { totalCount: 3 } });
  });

  it('shows each voter their own votes and no others, in one statement for a list', async () => {
    const ballot = await aBallot(campaign, 'stars').secret().save(api.manager);
    await cast(voters[0] as PersonEntity, ballot, [5, 4, -1]);
    const list = async (person: PersonEntity) => (await api.as(person).send<{ campaign: { ideas: { edges: { node: { id: string; viewerVotes: unknown[] } }[] } } }>(MINE, { id: campaign.id })).campaign.ideas.edges;
    expect((await list(voters[0] as PersonEntity)).flatMap(({ node }) => node.viewerVotes)).toHaveLength(2);
    expect((await list(voters[1] as PersonEntity)).flatMap(({ node }) => node.viewerVotes)).toEqual([]);
    const statements = await api.statementsOf(() => list(voters[0] as PersonEntity));
    await Promise.all(Array.from({ length: 9 }, () => anIdea(author).in(campaign).save(api.manager)));
    expect(await api.statementsOf(() => list(voters[0] as PersonEntity))).toHaveLength(statements.length);
  });
});

describe('choosing how a campaign decides', () => {
  const choose = (person: PersonEntity, id: string, ballots: object[]) => api.as(person).send<{ chooseBallots: { ballots: object[] } }>(CHOOSE, { id, ballots });

  it('is for its owner, before it is published; the same again changes nothing', async () => {
    const draft = await aCampaign({ owner, sponsor }).at('draft').save(api.manager);
    const ballots = [{ kind: 'POINTS', points: 10, maxPoints: 3 }, { kind: 'BUDGET', isSecret: false, hidesResults: false, envelopes: [{ amount: 20_000 }] }, { kind: 'SUPPORT', maxSupports: 5 }];
    await expect(choose(sponsor, draft.id, ballots)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_YOURS' });
    await expect(choose(author, draft.id, ballots)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_FOUND' });
    const chosen = {
      chooseBallots: {
        ballots: [
          { kind: 'SUPPORT', isSecret: false, hidesResults: false, maxSupports: 5, points: null, maxPoints: null, envelopes: [] },
          { kind: 'BUDGET', isSecret: false, hidesResults: false, maxSupports: null, points: null, maxPoints: null, envelopes: [{ department: null, amount: 20_000 }] },
          { kind: 'POINTS', isSecret: true, hidesResults: true, maxSupports: null, points: 10, maxPoints: 3, envelopes: [] },
        ],
      },
    };
    expect(await choose(owner, draft.id, ballots)).toEqual(chosen);
    expect(await choose(owner, draft.id, ballots)).toEqual(chosen);
    await expect(choose(owner, campaign.id, ballots)).rejects.toMatchObject({ code: 'CAMPAIGN_FIXED', field: 'ballots' });
    await expect(choose(owner, (await aCampaign({ owner, sponsor }).at('cancelled').save(api.manager)).id, ballots)).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_NOW' });
  });

  it.each([
    ['the same way twice', [{ kind: 'STARS' }, { kind: 'STARS' }], 'BALLOT_TWICE', 'ballots'],
    ['no support at all', [{ kind: 'SUPPORT', maxSupports: 0 }], 'BALLOT_LIMIT_INVALID', 'maxSupports'],
    ['points without a number', [{ kind: 'POINTS', maxPoints: 1 }], 'BALLOT_LIMIT_INVALID', 'points'],
    ['more for one idea than there are', [{ kind: 'POINTS', points: 5, maxPoints: 6 }], 'BALLOT_LIMIT_INVALID', 'maxPoints'],
    ['no envelope', [{ kind: 'BUDGET' }], 'BALLOT_ENVELOPES_INVALID', 'envelopes'],
    ['half a euro', [{ kind: 'BUDGET', envelopes: [{ amount: 0.5 }] }], 'BALLOT_LIMIT_INVALID', 'envelopes'],
    ['one for everybody beside another', [{ kind: 'BUDGET', envelopes: [{ amount: 5 }, { department: 'Moon', amount: 5 }] }], 'BALLOT_ENVELOPES_INVALID', 'envelopes'],
    ['one of a department that nobody works in', [{ kind: 'BUDGET', envelopes: [{ department: 'Moon', amount: 5 }] }], 'BALLOT_ENVELOPES_INVALID', 'envelopes'],
  ])('refuses %s', async (_name, ballots, code, field) => {
    const draft = await aCampaign({ owner, sponsor }).at('draft').save(api.manager);
    await expect(choose(owner, draft.id, ballots)).rejects.toMatchObject({ code, field });
  });

  it('is supporting when nothing is chosen for a time to vote, and needs such a time for anything else', async () => {
    const unchosen = await aCampaign({ owner, sponsor }).at('announced').being({ publishedAt: null }).save(api.manager);
    expect(await api.as(owner).send(PUBLISH, { id: unchosen.id })).toEqual({ publishCampaign: { ballots: [{ kind: 'SUPPORT', isSecret: false, maxSupports: null }] } });
    const voteless = await aCampaign({ owner, sponsor }).at('announced').through('gather', 'decide').being({ publishedAt: null }).save(api.manager);
    await choose(owner, voteless.id, [{ kind: 'STARS' }]);
    await expect(api.as(owner).send(PUBLISH, { id: voteless.id })).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_READY', params: { lacks: 'vote' } });
  });
});
