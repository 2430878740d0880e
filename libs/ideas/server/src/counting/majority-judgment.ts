/** How often an idea was given each grade, the best grade first. */
export type GradeCounts = readonly number[];

export interface MajorityGauge {
  /** The place of the median grade, 0 being the best; null: nobody graded it. Of two in the middle it is the lower one. */
  median: number | null;
  /** How many gave a better grade, and how many a worse one. */
  above: number;
  below: number;
}

/** The grade that a majority holds to be deserved at least. */
export function majorityGauge(counts: GradeCounts): MajorityGauge {
  const total = sum(counts);
  if (total === 0) return { median: null, above: 0, below: 0 };
  const middle = Math.floor(total / 2) + 1;
  let above = 0;
  for (const [median, count] of counts.entries()) {
    if (above + count >= middle) return { median, above, below: total - above - count };
    above += count;
  }
  throw new RangeError('Counts are whole numbers from 0 on.');
}

/**
 * Orders ideas by majority judgment (Balinski & Laraki, “A theory of measuring, electing, and ranking”, PNAS 104, 2007): the better median grade first; of the
 * same, one ballot of that grade is taken from each until their medians differ. Ideas that were graded by different numbers of people are compared as if each
 * ballot of one stood for as many as the other has. Negative: `one` is better. Whatever nobody graded comes last.
 */
export function compareByMajority(one: GradeCounts, other: GradeCounts): number {
  const [ofOne, ofOther] = [sum(one), sum(other)];
  if (ofOne === 0 || ofOther === 0) return Math.sign(ofOther - ofOne);
  const [first, second] = [one.map((count) => count * ofOther), other.map((count) => count * ofOne)];
  for (let left = ofOne * ofOther; left > 0; ) {
    const [best, next] = [majorityGauge(first), majorityGauge(second)];
    if (best.median !== next.median) return (best.median ?? Infinity) - (next.median ?? Infinity);
    const median = best.median ?? 0;
    // As many at once as leave both medians where they are, and one more.
    const taken = Math.min(staying(best, left), staying(next, left), left - 1) + 1;
    first[median] = (first[median] ?? 0) - taken;
    second[median] = (second[median] ?? 0) - taken;
    left -= taken;
  }
  return 0;
}

/** How many ballots of the median grade can be taken away before another grade is the median. */
const staying = ({ above, below }: MajorityGauge, total: number): number => Math.min(total - 2 * above, total - 2 * below - 1);

const sum = (counts: GradeCounts): number => counts.reduce((total, count) => total + count, 0);
