import type { TieDay } from '../tie/tie-day.ts';

/** How a network crosses its departments; null: there is nothing to divide by. */
export interface Crossing {
  /** Ordered pairs of people of whom one addressed the other. */
  ties: number;
  /** (external − internal) / (external + internal), from −1 (all within departments) to 1 (all across). Krackhardt and Stern, 1988. */
  eiIndex: number | null;
  /** The same if everybody addressed anybody with equal chance. */
  eiExpected: number | null;
  /** Directed modularity of the departments: Σ (e_cc / m − k_out_c · k_in_c / m²). */
  modularity: number | null;
  /** Part of the ties whose reverse exists. */
  reciprocity: number | null;
}

/** Ties counted once for each ordered pair, as far as they are asked for. */
export interface TieCounts {
  ties: number;
  mutual: number;
  /** Of all ties between people of known departments, whoever is asked for. */
  known: number;
  /** By department: ties given by those asked for, ties received from anybody, ties within given by those asked for. */
  given: Float64Array;
  received: Float64Array;
  within: Float64Array;
}

/** What counting needs to know of the places. */
export interface PlaceFacts {
  /** By the number of a place: its department, counted from 0; −1: none. */
  department: Int32Array;
  departments: number;
  /** By the number of a place: 1 where those stand who are asked for. */
  asked: Uint8Array;
  /** By the number of a place: 1 where those stand who count at all. */
  counted: Uint8Array;
}

/** Counts the ties of a period that begins on day `from`. A pair counts on the first day on which it met since then. */
export function countTies(days: Iterable<{ day: number; ties: TieDay }>, from: number, { department, departments, asked, counted }: PlaceFacts): TieCounts {
  const counts: TieCounts = { ties: 0, mutual: 0, known: 0, given: new Float64Array(departments), received: new Float64Array(departments), within: new Float64Array(departments) };
  for (const { day, ties } of days) {
    const since = day - from;
    for (let i = 0; i < ties.from.length; i += 1) {
      const giver = ties.from[i] as number;
      if ((ties.gap[i] as number) <= since || counted[giver] !== 1) continue;
      const receiver = ties.to[i] as number;
      const isAsked = asked[giver] === 1;
      // The other direction has been there: with this one, both are.
      if ((ties.reverseGap[i] as number) <= since) counts.mutual += Number(isAsked) + Number(asked[receiver] === 1);
      counts.ties += Number(isAsked);
      const [out, into] = [department[giver] as number, department[receiver] as number];
      if (out < 0 || into < 0) continue;
      counts.known += 1;
      counts.received[into] = (counts.received[into] as number) + 1;
      if (!isAsked) continue;
      counts.given[out] = (counts.given[out] as number) + 1;
      if (out === into) counts.within[out] = (counts.within[out] as number) + 1;
    }
  }
  return counts;
}

/**
 * `sizes`: by department, how many of those asked for are in it, and how many people in all. A person addresses one of the others, so that
 * a department of n expects (n − 1) / (N − 1) of what its people give to stay within.
 */
export function crossingOf({ ties, mutual, known, given, received, within }: TieCounts, sizes: { asked: ArrayLike<number>; all: ArrayLike<number> }): Crossing {
  const external = sum(given) - sum(within);
  return {
    ties,
    eiIndex: ratio(external - sum(within), sum(given)),
    eiExpected: expectedIndex(sizes),
    modularity: known === 0 ? null : given.reduce((so, out, c) => so + (within[c] as number) / known - (out * (received[c] as number)) / known ** 2, 0),
    reciprocity: ratio(mutual, ties),
  };
}

function expectedIndex({ asked, all }: { asked: ArrayLike<number>; all: ArrayLike<number> }): number | null {
  const [people, everybody] = [sum(asked), sum(all)];
  const inside = Array.from(asked).reduce((so, size, c) => so + size * ((all[c] as number) - 1), 0);
  const share = ratio(inside, people * (everybody - 1));
  return share === null ? null : 1 - 2 * share;
}

const sum = (numbers: ArrayLike<number>): number => Array.from(numbers).reduce((so, number) => so + number, 0);
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
