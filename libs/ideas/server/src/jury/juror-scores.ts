/** What a juror gave an idea. */
export interface Score {
  jurorId: string;
  ideaId: string;
  score: number;
}

/**
 * Scores as if all jurors were as severe and spread theirs as far: `M + S × (score − mⱼ) / sⱼ`, with the mean m and the standard deviation s (of all, not of a
 * sample) of the juror’s own scores, and M and S those of all scores. Of a juror who gave everything the same, every score becomes M: it orders nothing.
 */
export function normalised(scores: readonly Score[]): Score[] {
  const all = spreadOf(scores);
  const own = new Map([...Map.groupBy(scores, ({ jurorId }) => jurorId)].map(([jurorId, given]) => [jurorId, spreadOf(given)]));
  return scores.map((given) => {
    const { mean, deviation } = own.get(given.jurorId) ?? all;
    return { ...given, score: deviation === 0 ? all.mean : all.mean + (all.deviation * (given.score - mean)) / deviation };
  });
}

/**
 * How far jurors agree: Krippendorff’s alpha for figures at equal distances (“Computing Krippendorff’s Alpha-Reliability”, 2011). 1: entirely; 0: no more than by
 * chance; below: they contradict each other. Ideas that one juror alone scored say nothing. Null: nothing to compare, or everything is alike.
 */
export function agreement(scores: readonly Score[]): number | null {
  const units = [...Map.groupBy(scores, ({ ideaId }) => ideaId).values()].map((of) => of.map(({ score }) => score)).filter((of) => of.length > 1);
  const values = units.flat();
  const observed = units.reduce((sum, of) => sum + differences(of) / (of.length - 1), 0) / values.length;
  const byChance = differences(values) / (values.length * (values.length - 1));
  return byChance > 0 ? 1 - observed / byChance : null;
}

/** The squared differences of all ordered pairs, by their sums: pair by pair would take ten thousand times as long for a large jury. */
function differences(values: readonly number[]): number {
  const mean = meanOf(values);
  return 2 * values.length * values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function spreadOf(scores: readonly Score[]): { mean: number; deviation: number } {
  const values = scores.map(({ score }) => score);
  const mean = meanOf(values);
  return { mean, deviation: Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
