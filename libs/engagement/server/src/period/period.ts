import { dayMs } from '@parvis/platform/server';
import { engagementErrors } from '../engagement.errors.ts';
import { type Day, dayNumber, dayOf } from './day.ts';

/** Days of a period at most: thirteen months, as far back as events are kept unless administration says less (`event/kept-days.ts`). */
export const longestPeriod = 395;

/** From the first to the last day, both included. */
export interface Period {
  from: Day;
  to: Day;
  /** The first and the last day, counted from 1970. */
  first: number;
  last: number;
}

/** Errors: ENGAGEMENT_DAY_INVALID, ENGAGEMENT_PERIOD_REVERSED, ENGAGEMENT_PERIOD_FUTURE, ENGAGEMENT_PERIOD_TOO_LONG. */
export function checkedPeriod(from: string, to: string, now = new Date()): Period {
  const period = { from, to, first: checkedDay('from', from), last: checkedDay('to', to) };
  if (period.last < period.first) throw engagementErrors.periodReversed();
  // Tomorrow, which it is already in the east.
  if (period.last > Math.floor(now.getTime() / dayMs) + 1) throw engagementErrors.periodFuture();
  if (period.last - period.first >= longestPeriod) throw engagementErrors.periodTooLong(longestPeriod);
  return period;
}

/** The months of a period, the first and the last as far as they belong to it. */
export function monthsOf({ from, to }: Pick<Period, 'from' | 'to'>): { from: Day; to: Day }[] {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const lastOf = (number: number): Day => new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const months: { from: Day; to: Day }[] = [];
  for (let [first, number] = [from, month]; first <= to; number += 1) {
    const last = lastOf(number);
    months.push({ from: first, to: last < to ? last : to });
    first = dayOf(dayNumber(last) + 1);
  }
  return months;
}

function checkedDay(field: string, day: string): number {
  const number = /^\d{4}-\d{2}-\d{2}$/.test(day) ? dayNumber(day) : Number.NaN;
  if (Number.isNaN(number) || dayOf(number) !== day) throw engagementErrors.dayInvalid(field);
  return number;
}
