import type { LocationQuery } from 'vue-router';

/** Periods that one looks at most: a month, a quarter, a year. */
export const lengths = [30, 90, 365] as const;
export type Length = (typeof lengths)[number];

/** What the chosen period is compared with: the one before it, or the same a year earlier. */
export const comparisons = ['before', 'year'] as const;
export type Comparison = (typeof comparisons)[number];

/** Days as YYYY-MM-DD, as the address has them. */
export interface PeriodChoice {
  /** Null: from one day to another. */
  length: Length | null;
  from: string;
  to: string;
  comparison: Comparison;
}

/** The chosen period, the one that it is compared with, and a year until the end of the chosen one. */
export interface Periods {
  from: string;
  to: string;
  comparedFrom: string;
  comparedTo: string;
  yearFrom: string;
}

const dayMs = 86_400_000;
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** What an address asks for; a quarter until today if it does not say. Days are in UTC, as the figures are. */
export function periodChoice(query: LocationQuery, now: Date): PeriodChoice {
  const comparison = query['compare'] === 'year' ? 'year' : 'before';
  const { from, to } = query;
  if (isDay(from) && isDay(to)) return { length: null, from, to, comparison };
  const length = lengths.find((days) => String(days) === query['days']) ?? 90;
  const today = Date.parse(dayOf(now.getTime()));
  return { length, from: dayOf(today - (length - 1) * dayMs), to: dayOf(today), comparison };
}

export function periodsOf({ from, to, comparison }: PeriodChoice): Periods {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const days = Math.max(last - first, 0) / dayMs + 1;
  const yearEarlier = (instant: number): string => {
    const date = new Date(instant);
    // The 29th of February has its 28th a year earlier.
    const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth() + 1, 0)).getUTCDate();
    return dayOf(Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), Math.min(date.getUTCDate(), lastOfMonth)));
  };
  const compared = comparison === 'year' ? [yearEarlier(first), yearEarlier(last)] : [dayOf(first - days * dayMs), dayOf(first - dayMs)];
  const end = new Date(last);
  return {
    from,
    to,
    comparedFrom: compared[0] as string,
    comparedTo: compared[1] as string,
    // The first of the month, eleven months ago: twelve points.
    yearFrom: dayOf(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - 11, 1)),
  };
}
