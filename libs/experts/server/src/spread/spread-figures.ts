/** So many people had something so many times. */
export interface Level {
  times: number;
  people: number;
}

/** How evenly something is spread over people. */
export interface SpreadFigures {
  /** All of it. */
  total: number;
  /** The share of the people who had some of it, 0 to 1. */
  reached: number;
  /** The Gini coefficient: 0 when all had as much, near 1 when one had all. */
  gini: number;
  /** What share of it each fifth of the people had, the fifth that had least first; empty when a fifth would be fewer than 8 people. */
  fifths: number[];
}

/** Fewer people or fewer things say nothing, and might say something of somebody. */
export const leastPeople = 20;
export const leastTimes = 20;
/** No figure is about fewer than so many. */
const leastInGroup = 8;
const fifths = 5;

/**
 * Null when it is too few to be told, or fewer than 8 people had some of it, or had none. That nobody had none is told only where `mayTell.all`: it says
 * something of each. `levels`: each number of times once. The Gini coefficient G = 2 Σ i·x(i) / (n Σ x) − (n + 1) / n over people in the
 * order of what they had (Gini 1912, in the form of Sen 1973); over n people at most (n − 1) / n.
 */
export function figuresOf(levels: readonly Level[], mayTell: { all: boolean }): SpreadFigures | null {
  const ordered = levels.toSorted((one, other) => one.times - other.times);
  const people = ordered.reduce((sum, level) => sum + level.people, 0);
  const total = ordered.reduce((sum, level) => sum + level.people * level.times, 0);
  if (people < leastPeople || total < leastTimes) return null;
  const reached = ordered.reduce((sum, level) => sum + (level.times > 0 ? level.people : 0), 0);
  if (reached < leastInGroup || isTooFew(people - reached, mayTell.all)) return null;
  let before = 0;
  let ranked = 0;
  for (const level of ordered) {
    // The ranks of this level, before + 1 to before + people, added up.
    ranked += level.times * (level.people * before + (level.people * (level.people + 1)) / 2);
    before += level.people;
  }
  return {
    total,
    reached: reached / people,
    gini: (2 * ranked) / (people * total) - (people + 1) / people,
    fifths: people < fifths * leastInGroup ? [] : Array.from({ length: fifths }, (_, i) => (upTo(ordered, ((i + 1) * people) / fifths) - upTo(ordered, (i * people) / fifths)) / total),
  };
}

const isTooFew = (people: number, mayBeNobody: boolean): boolean => people < leastInGroup && !(mayBeNobody && people === 0);

/** What the first of them had together; a person may be cut in two. */
function upTo(ordered: readonly Level[], people: number): number {
  let left = people;
  let sum = 0;
  for (const level of ordered) {
    const taken = Math.min(left, level.people);
    sum += taken * level.times;
    left -= taken;
  }
  return sum;
}
