import { dayOf } from '../period/day.ts';

/** Days one after the other on which enough people joined a community. */
export interface Pool {
  first: number;
  last: number;
  newcomers: number;
  welcomed: number;
}

/** Those who joined on one day. */
export interface DayOfJoining {
  day: number;
  newcomers: number;
  welcomed: number;
  /** Who they are: each once, and no more of them than the smallest group needs. */
  people: ReadonlySet<number>;
}

/**
 * Whole days, in order and from each first of January on, put together until enough different people joined on them; those at the end of a year who are too few are left out. `days`: in their order, from a first
 * of January on. So pools do not depend on the period that is asked for: it tells of those that it holds whole, and two periods differ by whole pools.
 */
export function poolsOfDays(days: readonly DayOfJoining[], minGroup: number): Pool[] {
  return [...Map.groupBy(days, ({ day }) => dayOf(day).slice(0, 4)).values()].flatMap((ofYear) => poolsOfYear(ofYear, minGroup));
}

function poolsOfYear(days: readonly DayOfJoining[], minGroup: number): Pool[] {
  const pools: Pool[] = [];
  let waiting: DayOfJoining[] = [];
  for (const ofDay of days) {
    waiting.push(ofDay);
    if (new Set(waiting.flatMap(({ people }) => [...people])).size < minGroup) continue;
    const sum = (of: 'newcomers' | 'welcomed'): number => waiting.reduce((so, one) => so + one[of], 0);
    pools.push({ first: (waiting[0] as DayOfJoining).day, last: ofDay.day, newcomers: sum('newcomers'), welcomed: sum('welcomed') });
    waiting = [];
  }
  return pools;
}
