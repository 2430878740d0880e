import { dayOf } from '../period/day.ts';

/** Somebody joined a community on a day, counted from 1970; whether somebody else welcomed them there. */
export interface Joined {
  day: number;
  personId: string;
  isWelcomed: boolean;
}

/** Days one after the other on which enough people joined a community. */
export interface Pool {
  first: number;
  last: number;
  newcomers: number;
  welcomed: number;
}

/**
 * Whole days, in order and from each first of January on, put together until enough different people joined on them; those at the end of a year who are too few are left out. `joined`: in the order of days, from a first
 * of January on. So pools do not depend on the period that is asked for: it tells of those that it holds whole, and two periods differ by whole pools.
 */
export function poolsOf(joined: readonly Joined[], minGroup: number): Pool[] {
  return [...Map.groupBy(joined, ({ day }) => dayOf(day).slice(0, 4)).values()].flatMap((ofYear) => poolsOfYear(ofYear, minGroup));
}

function poolsOfYear(joined: readonly Joined[], minGroup: number): Pool[] {
  const pools: Pool[] = [];
  let waiting: Joined[] = [];
  for (const ofDay of Map.groupBy(joined, ({ day }) => day).values()) {
    waiting = [...waiting, ...ofDay];
    if (new Set(waiting.map(({ personId }) => personId)).size < minGroup) continue;
    const [first, last] = [waiting[0] as Joined, waiting.at(-1) as Joined];
    pools.push({ first: first.day, last: last.day, newcomers: waiting.length, welcomed: waiting.filter(({ isWelcomed }) => isWelcomed).length });
    waiting = [];
  }
  return pools;
}
