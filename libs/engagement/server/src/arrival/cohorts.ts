import { dayNumber } from '../period/day.ts';
import { activationDays, latestDays } from './activation.ts';
import { type ArrivedTogether, tellsFewApart } from './told-apart.ts';

/** Days after arrival, both included. */
export interface Span {
  from: number;
  to: number;
}

/** When whoever stays comes again. */
export const spans: readonly Span[] = [
  { from: 30, to: 59 },
  { from: 60, to: 89 },
  { from: 90, to: 179 },
  { from: 180, to: 364 },
];

/** Those who arrived in one month (YYYY-MM). */
export interface MonthOfArrivals {
  month: string;
  people: number;
  /** Of how many it was noted whether they became active, and how many did. */
  noted: number;
  activated: number;
  /** How many came again, by span. */
  retained: readonly number[];
  /** On which days they did; nobody of months of which nothing is known any more. */
  arrived: readonly ArrivedTogether[];
}

/** Those who arrived in one month or in several, one after the other. */
export interface Cohort extends Omit<MonthOfArrivals, 'month'> {
  from: string;
  to: string;
}

/** Why a figure is not told: its time is not over for all of them; it is not known of all of them (traces erased, or from before the network); it would tell of too few. */
export const untold = ['not-over', 'not-known', 'too-few'] as const;
export type Untold = (typeof untold)[number];

/** What of a cohort is told. */
export interface ToldCohort {
  from: string;
  to: string;
  people: number;
  activation: { noted: number; activated: number } | Untold;
  retained: readonly (number | Untold)[];
}

/**
 * Months put together, from the oldest on, until enough people arrived in them; the youngest, which are still too few, are in none. `months`: in their order, and none that is not over. A cohort depends on who arrived
 * when, and on nothing that is asked: two answers differ by whole cohorts.
 */
export function cohortsOf(months: readonly MonthOfArrivals[], minGroup: number): Cohort[] {
  const cohorts: Cohort[] = [];
  let open: Cohort | null = null;
  for (const { month, ...counts } of months) {
    const joined: Cohort = open ? { ...sum(open, counts), from: open.from, to: month } : { ...counts, from: month, to: month };
    open = joined.people < minGroup ? joined : null;
    if (!open) cohorts.push(joined);
  }
  return cohorts;
}

const sum = (one: Omit<MonthOfArrivals, 'month'>, other: Omit<MonthOfArrivals, 'month'>): Omit<MonthOfArrivals, 'month'> => ({
  people: one.people + other.people,
  noted: one.noted + other.noted,
  activated: one.activated + other.activated,
  retained: one.retained.map((people, i) => people + (other.retained[i] as number)),
  arrived: [...one.arrived, ...other.arrived],
});

/** What is known today. */
export interface Known {
  /** The first day of which it is known who came. */
  visits: number;
  /** The first day of whose arrivals nobody is forgotten. */
  arrivals: number;
  yesterday: number;
  /** Of all months, those of no cohort too. */
  everybody: readonly ArrivedTogether[];
}

/** A figure is told once it holds for all of the cohort, and as long as it does: it would tell of somebody if it changed from day to day. */
export function toldCohort({ from, to, people, noted, activated, retained, arrived }: Cohort, known: Known, minGroup: number): ToldCohort {
  const [first, last] = [dayNumber(`${from}-01`), lastDayOf(to)];
  return {
    from,
    to,
    people,
    activation: unknown(first >= known.arrivals, last + activationDays + latestDays <= known.yesterday) ?? (noted < minGroup ? 'too-few' : { noted, activated }),
    retained: spans.map((span, i) => unknown(first + span.from >= known.visits, last + span.to <= known.yesterday) ?? (tellsFewApart(arrived, span, known.everybody, minGroup) ? 'too-few' : (retained[i] as number))),
  };
}

/** By dates alone: it says nothing of what anybody did. */
function unknown(isKnown: boolean, isOver: boolean): Untold | undefined {
  if (!isKnown) return 'not-known';
  return isOver ? undefined : 'not-over';
}

/** Counted from 1970. */
export function lastDayOf(month: string): number {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return Date.UTC(year, number, 0) / 86_400_000;
}
