import { strengths, type Preference } from '../counting/bradley-terry.ts';
import { funded } from '../counting/budget.ts';
import { compareByMajority, majorityGauge } from '../counting/majority-judgment.ts';
import type { BallotKind } from './ballot.entity.ts';
import { envelopeOf, type Candidate, type Envelopes } from './vote-paper.ts';

/** How many gave an idea a mark. */
export interface MarkCount {
  ideaId: string;
  mark: number;
  count: number;
}

/** What the ballots of a campaign come to, counted. */
export interface Tally {
  kind: BallotKind;
  candidates: readonly Candidate[];
  envelopes: Envelopes;
  marks: readonly MarkCount[];
  pairs: readonly Preference[];
}

/** Where an idea ends up. What does not belong to the kind of the ballot is null. */
export interface Standing {
  ideaId: string;
  /** From 1; ideas that the method itself cannot tell apart have the same. */
  rank: number;
  /** How many voted on it; in pairs, how many comparisons. */
  votes: number;
  /** Of stars. */
  mean: number | null;
  /** How many gave each grade, the best first, and which is the median one (0 the best; null: nobody graded it). */
  grades: number[] | null;
  median: number | null;
  points: number | null;
  /** Whether the envelope pays it, and which one (empty: that of everybody). */
  isFunded: boolean | null;
  envelope: string | null;
  cost: number | null;
  /** Of the strength of all ideas together, and how often it was preferred. */
  share: number | null;
  wins: number | null;
}

export const gradeCount = 6;

type Figures = Omit<Standing, 'rank'>;
type Compare = (one: Figures, other: Figures) => number;

const nothing: Omit<Figures, 'ideaId' | 'votes'> = { mean: null, grades: null, median: null, points: null, isFunded: null, envelope: null, cost: null, share: null, wins: null };
/** Strengths are found by approach: what differs by less than a thousand millionth is the same. */
const difference = (one: number, other: number): number => (Math.abs(other - one) < 1e-9 * Math.max(one, other) ? 0 : other - one);

/** The ideas, best first. The order in which votes come makes no difference; ideas of the same rank stand oldest first. */
export function ranked(tally: Tally): Standing[] {
  const { figures, compare } = methods[tally.kind](tally);
  const ordered = figures.toSorted((one, other) => compare(one, other) || (one.ideaId < other.ideaId ? -1 : 1));
  const standings: Standing[] = [];
  for (const [i, row] of ordered.entries()) {
    const [before, last] = [ordered[i - 1], standings.at(-1)];
    standings.push({ ...row, rank: before && last && compare(before, row) === 0 ? last.rank : i + 1 });
  }
  return standings;
}

interface Method {
  figures: Figures[];
  compare: Compare;
}

const methods: Record<BallotKind, (tally: Tally) => Method> = {
  support: (tally) => ({ figures: marked(tally), compare: (one, other) => other.votes - one.votes }),
  stars: (tally) => {
    const sums = sumsOf(tally);
    const figures = marked(tally).map((row) => ({ ...row, mean: row.votes > 0 ? (sums.get(row.ideaId) ?? 0) / row.votes : null }));
    // Whole numbers crosswise, so that thirds are equal to thirds; of the same mean, what more people say.
    const byMean: Compare = (one, other) => (sums.get(other.ideaId) ?? 0) * one.votes - (sums.get(one.ideaId) ?? 0) * other.votes;
    return { figures, compare: (one, other) => Number(one.votes === 0) - Number(other.votes === 0) || byMean(one, other) || other.votes - one.votes };
  },
  grades: (tally) => {
    const grades = new Map(tally.candidates.map(({ id }) => [id, Array.from({ length: gradeCount }, () => 0)]));
    for (const { ideaId, mark, count } of tally.marks) grades.get(ideaId)?.splice(mark, 1, count);
    const figures = marked(tally).map((row) => ({ ...row, grades: grades.get(row.ideaId) ?? [], median: majorityGauge(grades.get(row.ideaId) ?? []).median }));
    // Most have another median, which is known by now.
    const byMedian: Compare = (one, other) => (one.median === other.median ? 0 : (one.median ?? gradeCount) - (other.median ?? gradeCount));
    return { figures, compare: (one, other) => byMedian(one, other) || compareByMajority(one.grades ?? [], other.grades ?? []) };
  },
  budget: (tally) => {
    const paidFrom = new Map(tally.candidates.map((idea) => [idea.id, envelopeOf(idea, tally.envelopes)]));
    const costs = new Map(tally.candidates.map(({ id, cost }) => [id, cost ?? 0]));
    const rows = marked(tally).filter(({ ideaId }) => paidFrom.get(ideaId) != null);
    const costed = rows.map(({ ideaId, votes }) => ({ id: ideaId, cost: costs.get(ideaId) ?? 0, votes, envelope: paidFrom.get(ideaId) ?? '' }));
    const paid = new Set(funded(costed, tally.envelopes).map(({ id }) => id));
    const figures = rows.map((row) => ({ ...row, isFunded: paid.has(row.ideaId), envelope: paidFrom.get(row.ideaId) ?? '', cost: costs.get(row.ideaId) ?? 0 }));
    return { figures, compare: (one, other) => other.votes - one.votes || (one.cost ?? 0) - (other.cost ?? 0) };
  },
  points: (tally) => {
    const sums = sumsOf(tally);
    const figures = marked(tally).map((row) => ({ ...row, points: sums.get(row.ideaId) ?? 0 }));
    return { figures, compare: (one, other) => (other.points ?? 0) - (one.points ?? 0) || other.votes - one.votes };
  },
  pairs: ({ candidates, pairs }) => {
    const found = strengths(candidates.map(({ id }) => id), pairs);
    const figures = found.map(({ id, share, wins, comparisons }) => ({ ...nothing, ideaId: id, votes: comparisons, share, wins }));
    return { figures, compare: (one, other) => difference(one.share ?? 0, other.share ?? 0) };
  },
};

/** A row for each idea, with how many gave it a mark. */
function marked({ candidates, marks }: Tally): Figures[] {
  const votes = new Map<string, number>();
  for (const { ideaId, count } of marks) votes.set(ideaId, (votes.get(ideaId) ?? 0) + count);
  return candidates.map(({ id }) => ({ ...nothing, ideaId: id, votes: votes.get(id) ?? 0 }));
}

function sumsOf({ marks }: Tally): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { ideaId, mark, count } of marks) sums.set(ideaId, (sums.get(ideaId) ?? 0) + mark * count);
  return sums;
}
