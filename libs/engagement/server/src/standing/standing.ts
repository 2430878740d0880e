import type { Place } from '../gate/headcounts.ts';
import { type Day, dayNumber } from '../period/day.ts';

export const levels = ['executive', 'manager', 'employee'] as const;
export type Level = (typeof levels)[number];

/** Whole years since the day of hiring: fewer than one, than three, than ten. */
export const seniorities = ['first-year', 'one-to-three', 'three-to-ten', 'ten-or-more'] as const;
export type Seniority = (typeof seniorities)[number];

/** Where somebody stands from a day on. */
export interface Standing {
  department: string | null;
  location: string | null;
  level: Level;
  /** Null: it is not known when they were hired. */
  seniority: Seniority | null;
  /** Days since 1970; -Infinity: ever since. */
  since: number;
}

/** Where somebody stood on a day, counted from 1970. `standings`: theirs, oldest first; the first holds for the time before it too. */
export function placeOn(standings: readonly Standing[], day: number): Place {
  const { department, location, level, seniority } = standings.findLast(({ since }) => since <= day) ?? (standings[0] as Standing);
  return { department, location, level, seniority };
}

export const placeKey = ({ department, location, level, seniority }: Place): string => JSON.stringify([department, location, level, seniority]);

export const sinceNumber = (since: Day | '-infinity'): number => (since === '-infinity' ? -Infinity : dayNumber(since));
