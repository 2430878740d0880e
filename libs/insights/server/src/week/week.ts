import { DateTime } from 'luxon';
import { insightsErrors } from '../insights.errors.ts';

/** How many weeks one may look back, the present one included: to thank somebody, not to keep files. */
export const maxWeeks = 8;

/** From Monday to Sunday, by somebody's clock. */
export interface Week {
  /** Its Monday, YYYY-MM-DD. */
  startsOn: string;
  from: Date;
  /** The Monday after, at midnight. */
  to: Date;
}

/** The week that begins on a day, by the clock of a zone; the present one when none is named. Errors: WEEK_INVALID. */
export function weekOf(startsOn: string | null, timeZone: string, now = new Date()): Week {
  const present = DateTime.fromJSDate(now, { zone: timeZone }).startOf('week');
  const monday = startsOn === null ? present : DateTime.fromISO(startsOn, { zone: timeZone });
  const isDay = startsOn === null || /^\d{4}-\d{2}-\d{2}$/.test(startsOn);
  if (!isDay || !monday.isValid || monday.weekday !== 1 || monday > present || monday <= present.minus({ weeks: maxWeeks })) throw insightsErrors.weekInvalid(maxWeeks);
  return { startsOn: monday.toISODate(), from: monday.startOf('day').toJSDate(), to: monday.plus({ weeks: 1 }).startOf('day').toJSDate() };
}

/** The Monday of the last week that is over, in UTC: what the digest is about. */
export const lastWeekStart = (now = new Date()): string => DateTime.fromJSDate(now, { zone: 'utc' }).startOf('week').minus({ weeks: 1 }).toFormat('yyyy-MM-dd');
