import type { ToldBallot } from './campaign-stock.ts';
import type { Stream } from './prng.ts';

/** A way in which a campaign decides, with the votes. People are named by their identifiers. */
export interface BallotRecord {
  kind: ToldBallot['kind'];
  isSecret: boolean;
  hidesResults: boolean;
  maxSupports: number | null;
  points: number | null;
  maxPoints: number | null;
  /** In whole euros, for the ideas of everybody. */
  envelope: number | null;
  papers: PaperRecord[];
}

/** What somebody voted: 1 to 5 stars, a grade from 0 (the best) to 5, points, or 1 for an idea in their basket. */
export interface PaperRecord {
  voter: string;
  /** YYYY-MM-DD. */
  on: string;
  votes: { idea: string; mark: number }[];
}

interface VotableIdea {
  id: string;
  authors: string[];
  cost: number | null;
  /** From 0 to 1: how much it pleases. */
  appeal: number;
}

interface Poll {
  draws: Stream;
  voters: readonly string[];
  /** The days on which votes could be given by now. */
  days: readonly string[];
  ideas: readonly VotableIdea[];
}

/** Nobody votes for what they make. Before the first day there are no votes. */
export function ballotOf(told: ToldBallot, { draws, voters, days, ideas }: Poll): BallotRecord {
  const { kind, isSecret, hidesResults, maxSupports = null, points = null, maxPoints = null, envelope = null } = told;
  const taking = days.length === 0 ? [] : draws.sample(voters, told.voters);
  const papers = taking.map((voter) => {
    const others = ideas.filter(({ authors }) => !authors.includes(voter));
    return { voter, on: draws.pick(days), votes: votesOf({ kind, points, maxPoints, envelope }, others, draws) };
  });
  return { kind, isSecret, hidesResults, maxSupports, points, maxPoints, envelope, papers: papers.filter(({ votes }) => votes.length > 0) };
}

type Limits = Pick<BallotRecord, 'kind' | 'points' | 'maxPoints' | 'envelope'>;

function votesOf({ kind, points, maxPoints, envelope }: Limits, ideas: readonly VotableIdea[], draws: Stream): PaperRecord['votes'] {
  if (kind === 'stars') return marked(ideas, draws, ({ appeal }) => between(1, Math.round(1.4 + 3.2 * appeal + 2.4 * (draws.unit() - 0.5)), 5));
  if (kind === 'grades') return marked(ideas, draws, ({ appeal }) => between(0, Math.round(4 - 3.6 * appeal + 2.6 * (draws.unit() - 0.5)), 5));
  if (kind === 'points') return spread(ideas, draws, { points: points ?? 0, maxPoints: maxPoints ?? 0 });
  return kind === 'budget' ? basket(ideas, draws, envelope ?? 0) : [];
}

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most);

/** Not everybody marks everything. */
const marked = (ideas: readonly VotableIdea[], draws: Stream, markOf: (idea: VotableIdea) => number): PaperRecord['votes'] =>
  ideas.filter(() => draws.chance(0.85)).map((idea) => ({ idea: idea.id, mark: markOf(idea) }));

function spread(ideas: readonly VotableIdea[], draws: Stream, { points, maxPoints }: { points: number; maxPoints: number }): PaperRecord['votes'] {
  const given = new Map<string, number>();
  for (let left = points; left > 0; left -= 1) {
    const open = ideas.filter(({ id }) => (given.get(id) ?? 0) < maxPoints);
    const idea = open[draws.weighted(open.map(({ appeal }) => 0.1 + appeal * appeal))];
    if (idea) given.set(idea.id, (given.get(idea.id) ?? 0) + 1);
  }
  return [...given].map(([idea, mark]) => ({ idea, mark }));
}

function basket(ideas: readonly VotableIdea[], draws: Stream, envelope: number): PaperRecord['votes'] {
  const wanted = ideas.filter(({ cost, appeal }) => cost !== null && cost > 0 && draws.chance(0.25 + 0.6 * appeal));
  let left = envelope;
  return draws.sample(wanted, wanted.length).flatMap(({ id, cost }) => {
    if (cost === null || cost > left) return [];
    left -= cost;
    return [{ idea: id, mark: 1 }];
  });
}
