import { agreement, normalised, type Score } from './juror-scores.ts';

/** What the jury makes of an idea. */
export interface Rank {
  ideaId: string;
  /** From 1; ideas that are as good share a place. Null: nobody has judged it. */
  place: number | null;
  /** The mean of the scores as if all jurors were as severe; null likewise. */
  mean: number | null;
  /** The mean of the scores as they were given. */
  rawMean: number | null;
  jurorCount: number;
}

export interface JuryResults {
  /** The best first, those that nobody has judged last. */
  ranks: Rank[];
  /** Krippendorff’s alpha of the scores as they were given; null: nothing to compare. */
  agreement: number | null;
}

// What differs by less is the same number after a detour.
const precision = 1e9;
const rounded = (value: number): number => Math.round(value * precision) / precision;
const meanOf = (values: readonly number[]): number | null => (values.length === 0 ? null : rounded(values.reduce((sum, value) => sum + value, 0) / values.length));

/** What scores come to, for ideas in the order in which those that are as good are named. */
export function resultsOf(ideaIds: readonly string[], scores: readonly Score[]): JuryResults {
  const raw = Map.groupBy(scores, ({ ideaId }) => ideaId);
  const fair = Map.groupBy(normalised(scores), ({ ideaId }) => ideaId);
  const judged = ideaIds.map((ideaId) => {
    const own = raw.get(ideaId) ?? [];
    return { ideaId, mean: meanOf((fair.get(ideaId) ?? []).map(({ score }) => score)), rawMean: meanOf(own.map(({ score }) => score)), jurorCount: own.length };
  });
  const sorted = judged.toSorted((one, other) => (other.mean ?? -Infinity) - (one.mean ?? -Infinity) || 0);
  let place = 0;
  const ranks = sorted.map((one, i): Rank => {
    if (one.mean === null) return { ...one, place: null };
    if (one.mean !== sorted[i - 1]?.mean) place = i + 1;
    return { ...one, place };
  });
  return { ranks, agreement: agreement(scores) };
}
