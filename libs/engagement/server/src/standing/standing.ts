import type { Place } from '../gate/headcounts.ts';
import { dayNumber, type Day } from '../period/day.ts';

export const levels = ['executive', 'manager', 'employee'] as const;
export type Level = (typeof levels)[number];

/** Since when somebody works here, in years: from the first on, and less than the second. */
export const seniorities = { 'under-1': [0, 1], '1-to-3': [1, 3], '3-to-10': [3, 10], 'over-10': [10, Infinity] } as const;
export type Seniority = keyof typeof seniorities;

/** Where somebody stands from a day on. */
export interface Standing {
  department: string | null;
  location: string | null;
  level: Level;
  /** Days since 1970; -Infinity: ever since. */
  since: number;
}

/** What is known of somebody over time, oldest standing first. */
export interface Course {
  standings: readonly Standing[];
  hiredOn: Day | null;
}

/** Where somebody stood on a day, counted from 1970. */
export function placeOn({ standings, hiredOn }: Course, day: number): Place {
  const { department, location, level } = standings.findLast(({ since }) => since <= day) ?? (standings[0] as Standing);
  return { department, location, level, seniority: seniorityOn(hiredOn, day) };
}

/** Days on which somebody's seniority changes, counted from 1970. */
export function anniversaries(hiredOn: Day | null): number[] {
  return hiredOn === null ? [] : Object.values(seniorities).map(([years]) => yearsAfter(hiredOn, years));
}

function seniorityOn(hiredOn: Day | null, day: number): Seniority | null {
  if (hiredOn === null) return null;
  // Somebody who has written before they were hired is as new as can be.
  const found = Object.entries(seniorities).findLast(([, [years]]) => yearsAfter(hiredOn, years) <= day);
  return (found?.[0] ?? 'under-1') as Seniority;
}

/** Whoever came on 29 February has been here for a year on 1 March. */
function yearsAfter(day: Day, years: number): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return Date.UTC(year + years, month - 1, date) / 86_400_000;
}

export const placeKey = ({ department, location, level, seniority }: Place): string => JSON.stringify([department, location, level, seniority]);

export const sinceNumber = (since: string): number => (since === '-infinity' ? -Infinity : dayNumber(since));
