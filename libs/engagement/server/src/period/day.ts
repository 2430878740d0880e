import { dayMs } from '@parvis/platform/server';

/** A day of the calendar, YYYY-MM-DD, in UTC. */
export type Day = string;

/** Days since 1970, to count with. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayMs;

export const dayOf = (number: number): Day => new Date(number * dayMs).toISOString().slice(0, 10);
