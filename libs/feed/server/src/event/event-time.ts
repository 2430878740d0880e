import { checkedTimeZone } from '@parvis/platform/server';
import { DateTime } from 'luxon';
import { feedErrors } from '../feed.errors.ts';

/** When an event is, as people say it: by the clock of a place. */
export interface WallTimes {
  /** `2026-06-01T14:00`, or `2026-06-01` for whole days. */
  starts: string;
  /** The same; for whole days the last one. */
  ends: string;
  timeZone: string;
  isAllDay: boolean;
}

export interface Span {
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  isAllDay: boolean;
}

const longestDays = 31;
const forms = { moment: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, day: /^\d{4}-\d{2}-\d{2}$/ };

/**
 * The instants of an event. A time that the clock skips (when summer time begins) is taken as the one it jumps to.
 * Errors: TIME_ZONE_UNKNOWN, EVENT_TIME_INVALID, EVENT_ENDS_BEFORE, EVENT_TOO_LONG.
 */
export function spanOf({ starts, ends, timeZone, isAllDay }: WallTimes): Span {
  checkedTimeZone('timeZone', timeZone);
  const first = parsed('starts', starts, { timeZone, isAllDay });
  const last = parsed('ends', ends, { timeZone, isAllDay });
  const end = isAllDay ? last.plus({ days: 1 }) : last;
  if (end <= first) throw feedErrors.eventEndsBefore();
  if (end > first.plus({ days: longestDays })) throw feedErrors.eventTooLong(longestDays);
  return { startsAt: first.toJSDate(), endsAt: end.toJSDate(), timeZone, isAllDay };
}

/** The other way round: what a form shows. */
export function wallTimesOf({ startsAt, endsAt, timeZone, isAllDay }: Span): WallTimes {
  const form = isAllDay ? 'yyyy-MM-dd' : `yyyy-MM-dd'T'HH:mm`;
  const last = isAllDay ? DateTime.fromJSDate(endsAt, { zone: timeZone }).minus({ days: 1 }) : DateTime.fromJSDate(endsAt, { zone: timeZone });
  return { starts: DateTime.fromJSDate(startsAt, { zone: timeZone }).toFormat(form), ends: last.toFormat(form), timeZone, isAllDay };
}

/** Whole days begin at midnight, when nobody wants to hear of them: reminders count from the morning. */
const morningHour = 9;

/** When a reminder is due. */
export function reminderAt({ startsAt, timeZone, isAllDay }: Span, minutesBefore: number): Date {
  const start = DateTime.fromJSDate(startsAt, { zone: timeZone });
  // Days are the calendar's, not 24 hours: « the day before » keeps its hour when the clocks change in between.
  const days = Math.floor(minutesBefore / 1_440);
  return (isAllDay ? start.set({ hour: morningHour }) : start).minus({ days, minutes: minutesBefore - days * 1_440 }).toJSDate();
}

function parsed(field: string, value: string, { timeZone, isAllDay }: Pick<WallTimes, 'timeZone' | 'isAllDay'>): DateTime {
  const time = DateTime.fromISO(value, { zone: timeZone });
  if (!(isAllDay ? forms.day : forms.moment).test(value) || !time.isValid || time.year < 2000) throw feedErrors.eventTimeInvalid(field);
  return time;
}
