import type { DataSource } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';
import { inOrder } from '../phase/phases.ts';
import { areResultsTold, ballotState, resultsState } from './ballot-course.ts';
import { BallotEntity, type BallotKind } from './ballot.entity.ts';
import type { Standing } from './ranking.ts';
import { recounted, type RawIdea, type RawVote, type Recounted } from './recount-ways.ts';
import { TallyQuery } from './tally.query.ts';

/** What a recount of a ballot comes to. */
export interface BallotRecount {
  kind: BallotKind;
  voters: number;
  /** Null: its results are not told yet, so they are not told here either. */
  rows: (Recounted & { title: string })[] | null;
  /** Where it differs from what the pages say. */
  differences: string[];
}

const batch = 10_000;

/** Counts the ballots of a campaign anew, row by row, and compares with what the pages say. Null: there is no such campaign. */
export async function recountCampaign(dataSource: DataSource, campaignId: string): Promise<{ question: string; ballots: BallotRecount[] } | null> {
  const campaign = await dataSource.manager.findOneBy(CampaignEntity, { id: campaignId });
  if (!campaign) return null;
  const course = { ...campaign, phases: inOrder(await dataSource.manager.findBy(CampaignPhaseEntity, { campaignId })) };
  const ballots: BallotRecount[] = [];
  for (const ballot of await dataSource.manager.find(BallotEntity, { where: { campaignId }, order: { kind: 'ASC' } })) {
    const { voters, votes } = await read(dataSource, ballot);
    const state = ballotState(course, ballot.kind, new Date());
    const told = areResultsTold(resultsState(ballot, { state, isSealed: state === 'over', voters }));
    ballots.push(told ? await compared(dataSource, ballot, { voters, votes }) : { kind: ballot.kind, voters, rows: null, differences: [] });
  }
  return { question: campaign.question, ballots };
}

async function compared(dataSource: DataSource, ballot: BallotEntity, { voters, votes }: { voters: number; votes: RawVote[] }): Promise<BallotRecount> {
  const ideas: (RawIdea & { title: string })[] = await dataSource.query(`SELECT id, title, cost, coalesce(department, '') AS department FROM idea WHERE campaign_id = $1 AND state = 'submitted'`, [ballot.campaignId]);
  const envelopes: { department: string; amount: number }[] = await dataSource.query('SELECT department, amount FROM ballot_envelope WHERE ballot_id = $1', [ballot.id]);
  const found = recounted(ballot.kind, { votes, ideas, envelopes: new Map(envelopes.map(({ department, amount }) => [department, amount])) });
  const told = await new TallyQuery(dataSource).standings(ballot);
  const titles = new Map(ideas.map(({ id, title }) => [id, title]));
  return { kind: ballot.kind, voters, rows: found.map((row) => ({ ...row, title: titles.get(row.ideaId) ?? '' })), differences: differencesOf(ballot.kind, found, told) };
}

/** The same ideas, ranks, numbers of votes and figures; strengths, which are found by approach, to a millionth. */
export function differencesOf(kind: BallotKind, found: readonly Recounted[], told: readonly Standing[]): string[] {
  const pages = new Map(told.map((row) => [row.ideaId, row]));
  const missing = found.length === told.length ? [] : [`${kind}: ${found.length} ideas counted, ${told.length} on the pages`];
  return [
    ...missing,
    ...found.flatMap((row) => {
      const page = pages.get(row.ideaId);
      if (!page) return [`${kind} ${row.ideaId}: not on the pages`];
      const figure = figureOf(kind, page);
      const isSame = page.rank === row.rank && page.votes === row.votes && isClose(figure, row.figure);
      return isSame ? [] : [`${kind} ${row.ideaId}: counted rank ${row.rank}, votes ${row.votes}, figure ${row.figure}; the pages say ${page.rank}, ${page.votes}, ${figure}`];
    }),
  ];
}

const isClose = (one: number | null, other: number | null): boolean => one === other || (one !== null && other !== null && Math.abs(one - other) <= 1e-6 * Math.max(Math.abs(one), Math.abs(other)));

function figureOf(kind: BallotKind, row: Standing): number | null {
  const figures: Record<BallotKind, number | null> = { support: row.votes, stars: row.mean, grades: row.median, budget: Number(row.isFunded), points: row.points, pairs: row.share };
  return figures[kind];
}

/** Every row of a ballot, in batches; nothing is added up by the database. */
async function read(dataSource: DataSource, ballot: BallotEntity): Promise<{ voters: number; votes: RawVote[] }> {
  const votes: RawVote[] = [];
  const voters = new Set<string>();
  let after: (string | Buffer)[] | null = null;
  do {
    const rows: RawRow[] = await dataSource.query(statements[ballot.kind === 'support' || ballot.kind === 'pairs' ? ballot.kind : 'marks'], [ballot.kind === 'support' ? ballot.campaignId : ballot.id, ...(after ?? [Buffer.alloc(0), nobody, nobody]), batch]);
    for (const { voter, first, second, mark } of rows) {
      voters.add(voter.toString('hex'));
      const name = voter.toString('hex');
      if (ballot.kind !== 'pairs') votes.push({ voter: name, ideaId: first, mark });
      else if (mark !== 0) votes.push(mark === 1 ? { voter: name, winnerId: first, loserId: second } : { voter: name, winnerId: second, loserId: first });
    }
    const last = rows.at(-1);
    after = rows.length === batch && last ? [last.voter, last.first, last.second] : null;
  } while (after);
  return { voters: voters.size, votes };
}

interface RawRow {
  voter: Buffer;
  first: string;
  second: string;
  mark: number;
}

const nobody = '00000000-0000-0000-0000-000000000000';

const statements = {
  marks: `SELECT voter, idea_id AS first, idea_id AS second, mark FROM ballot_vote WHERE ballot_id = $1 AND (voter, idea_id) > ($2, $3::uuid) AND $4::uuid IS NOT NULL ORDER BY voter, idea_id LIMIT $5`,
  pairs: `SELECT voter, first_id AS first, second_id AS second, preferred AS mark FROM ballot_pair WHERE ballot_id = $1 AND (voter, first_id, second_id) > ($2, $3::uuid, $4::uuid) ORDER BY voter, first_id, second_id LIMIT $5`,
  support: `SELECT uuid_send(given.person_id) AS voter, given.idea_id AS first, given.idea_id AS second, 1 AS mark FROM idea_support given JOIN idea ON idea.id = given.idea_id
    WHERE idea.campaign_id = $1 AND idea.state = 'submitted' AND (uuid_send(given.person_id), given.idea_id) > ($2, $3::uuid) AND $4::uuid IS NOT NULL ORDER BY 1, 2 LIMIT $5`,
};
