import type { RolledDay } from '../day/rolled-days.ts';
import type { TieDay } from '../tie/tie-day.ts';

/** The ties of one day. */
export type TiesOfDay = Pick<RolledDay<TieDay>, 'day' | 'held'>;

/** How a network crosses its departments; null: there is nothing to divide by, or it may not be told. */
export interface Crossing {
  /** Ordered pairs of people of whom one addressed the other. */
  ties: number;
  /** (external − internal) / (external + internal), from −1 (all within departments) to 1 (all across). Krackhardt and Stern, 1988. */
  eiIndex: number | null;
  /** The same if everybody addressed anybody with equal chance. */
  eiExpected: number | null;
  /** Directed modularity of the departments: Σ (e_cc / m − k_out_c · k_in_c / m²). */
  modularity: number | null;
  /** Part of the ties whose reverse exists; null for a group. */
  reciprocity: number | null;
}

/** Ties counted once for each ordered pair. */
export interface TieCounts {
  ties: number;
  mutual: number;
  /** By the department that gives (a row of `departments` numbers), then by the one that receives. */
  between: Int32Array;
  departments: number;
}

/** In `departmentOf`: ties with such a place do not count at all. */
export const leftOut = -2;

/**
 * Counts the ties of a period that begins on day `from`. A pair counts on the first day on which it met since then. `departmentOf`: by the number of a place, −1 for none.
 *
 * A year of a large company is millions of lines, and whether a line counts cannot be foreseen: a processor that guesses wrong loses more time than one that counts every line, as 0 or 1.
 */
export function countTies(days: Iterable<TiesOfDay>, from: number, departmentOf: Int32Array, departments: number): TieCounts {
  // Two more: ties of no department, and those left out.
  const [none, out, width] = [departments, departments + 1, departments + 2];
  const columnOf = departmentOf.map((department) => (department === leftOut ? out : department < 0 ? none : department));
  const counts = new Int32Array(width * width);
  let mutual = 0;
  for (const { day, held: { from: givers, to: receivers, gap, reverseGap } } of days) {
    const since = day - from;
    for (let i = 0; i < givers.length; i += 1) {
      const giver = columnOf[givers[i] as number] as number;
      const receiver = columnOf[receivers[i] as number] as number;
      const at = giver * width + receiver;
      const isFirst = (since - (gap[i] as number)) >>> 31;
      counts[at] = (counts[at] as number) + isFirst;
      // The other direction has been there: with this one, both are.
      mutual += isFirst & ~((since - (reverseGap[i] as number)) >>> 31) & ((giver - out) >>> 31) & ((receiver - out) >>> 31);
    }
  }
  let ties = 0;
  for (let at = 0; at < out * width; at += 1) if (at % width !== out) ties += counts[at] as number;
  const between = new Int32Array(departments * departments);
  for (let giver = 0; giver < departments; giver += 1) between.set(counts.subarray(giver * width, giver * width + departments), giver * departments);
  return { ties, mutual: 2 * mutual, between, departments };
}

/** Of the whole company. `sizes`: how many people there are in each department. */
export function crossingOf({ ties, mutual, between, departments }: TieCounts, sizes: readonly number[]): Crossing {
  const all = sizes.map(() => true);
  return { ...crossingWithin({ between, departments }, sizes, all), ties, reciprocity: ratio(mutual, ties) };
}

/**
 * Of some departments among all that are counted. A person addresses one of the others, so that a department of n expects (n − 1) / (N − 1) of what its
 * people give to stay within.
 */
export function crossingWithin({ between, departments }: Pick<TieCounts, 'between' | 'departments'>, sizes: readonly number[], isAsked: readonly boolean[]): Crossing {
  const [given, received, within] = [sizes.map(() => 0), sizes.map(() => 0), sizes.map((_, c) => between[c * departments + c] as number)];
  for (let out = 0; out < departments; out += 1) {
    for (let into = 0; into < departments; into += 1) {
      const ties = between[out * departments + into] as number;
      given[out] = (given[out] as number) + ties;
      received[into] = (received[into] as number) + ties;
    }
  }
  const asked = [...sizes.keys()].filter((c) => isAsked[c]);
  const [known, ties, internal] = [sum(given), sum(asked.map((c) => given[c] as number)), sum(asked.map((c) => within[c] as number))];
  const [people, everybody] = [sum(asked.map((c) => sizes[c] as number)), sum(sizes)];
  const inside = ratio(sum(asked.map((c) => (sizes[c] as number) * ((sizes[c] as number) - 1))), people * (everybody - 1));
  return {
    ties,
    eiIndex: ratio(ties - 2 * internal, ties),
    eiExpected: inside === null ? null : 1 - 2 * inside,
    modularity: known === 0 ? null : sum(asked.map((c) => (within[c] as number) / known - ((given[c] as number) * (received[c] as number)) / known ** 2)),
    reciprocity: null,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((so, number) => so + number, 0);
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
