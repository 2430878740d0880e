import { Stream } from '../../organisation/prng.ts';

/** How well people were ranked; all from 0 to 1, rounded to 4 digits. */
export interface RankingFigures {
  mrr: number;
  map: number;
  p1: number;
  s5: number;
  ndcg10: number;
  /** Share of all people with a contribution who stand in a first five at least once. */
  proposedShare: number;
  /** How unevenly places in first fives are spread over these people: 0 evenly, towards 1 all to one. */
  gini: number;
}

export interface Judged {
  ranking: readonly string[];
  /** Grades by person. */
  relevant: ReadonlyMap<string, number>;
}

export const reciprocalRank = ({ ranking, relevant }: Judged): number => {
  const at = ranking.findIndex((person) => relevant.has(person));
  return at === -1 ? 0 : 1 / (at + 1);
};

export function averagePrecision({ ranking, relevant }: Judged): number {
  let hits = 0;
  let sum = 0;
  for (const [at, person] of ranking.entries()) {
    if (!relevant.has(person)) continue;
    hits += 1;
    sum += hits / (at + 1);
  }
  return relevant.size === 0 ? 0 : sum / relevant.size;
}

/** Järvelin and Kekäläinen 2002, with gains 2^grade − 1. */
export function ndcg({ ranking, relevant }: Judged, depth: number): number {
  const gained = (grades: readonly number[]): number => grades.slice(0, depth).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const ideal = gained([...relevant.values()].sort((one, other) => other - one));
  return ideal === 0 ? 0 : gained(ranking.map((person) => relevant.get(person) ?? 0)) / ideal;
}

/** Of non-negative numbers; 0 when there are none. */
export function gini(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const sum = sorted.reduce((all, value) => all + value, 0);
  if (sum === 0) return 0;
  return sorted.reduce((all, value, at) => all + (2 * (at + 1) - sorted.length - 1) * value, 0) / (sorted.length * sum);
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);

/** `contributors`: everybody who could have been proposed. */
export function figuresOf(judged: readonly Judged[], contributors: ReadonlySet<string>): RankingFigures {
  const proposals = new Map([...contributors].map((person) => [person, 0]));
  for (const { ranking } of judged) for (const person of ranking.slice(0, 5)) proposals.set(person, (proposals.get(person) ?? 0) + 1);
  const counts = [...proposals.values()];
  return {
    mrr: rounded(mean(judged.map(reciprocalRank))),
    map: rounded(mean(judged.map(averagePrecision))),
    p1: rounded(mean(judged.map((one) => (reciprocalRank(one) === 1 ? 1 : 0)))),
    s5: rounded(mean(judged.map((one) => (reciprocalRank(one) >= 0.2 ? 1 : 0)))),
    ndcg10: rounded(mean(judged.map((one) => ndcg(one, 10)))),
    proposedShare: rounded(counts.filter((count) => count > 0).length / Math.max(counts.length, 1)),
    gini: rounded(gini(counts)),
  };
}

const resamples = 5_000;
const seed = 1979;

/** A ratio of means over the same queries, with its 95 % interval by bootstrap (Efron 1979): queries drawn again with replacement, the same draws at each run. */
export function meanRatio(above: readonly number[], below: readonly number[]): { value: number; low: number; high: number } {
  const of = (draw: (at: number) => number): number => {
    let [one, other] = [0, 0];
    for (let at = 0; at < above.length; at += 1) {
      const drawn = draw(at);
      one += above[drawn] ?? 0;
      other += below[drawn] ?? 0;
    }
    return one / other;
  };
  const stream = new Stream(seed, 0, 0);
  const ratios = Array.from({ length: resamples }, () => of(() => stream.below(above.length))).filter(Number.isFinite).sort((one, other) => one - other);
  const at = (share: number): number => ratios[Math.min(ratios.length - 1, Math.floor(share * ratios.length))] ?? Number.NaN;
  return { value: rounded(of((same) => same)), low: rounded(at(0.025)), high: rounded(at(0.975)) };
}
