import type { WorkingTime } from '@parvis/people/server';
import { DateTime } from 'luxon';

/** A question is brought to nobody before they begin or after they stop, by their own clock. */
const opens = 9;
const closes = 17;

type Days = Pick<WorkingTime, 'workingDays' | 'timeZone'>;

/** When somebody can be asked: now while they work, else when they next begin. */
export function opening(now: Date, { workingDays, timeZone }: Days): Date {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const today = local.startOf('day').set({ hour: opens });
  if (workingDays.includes(local.weekday) && local.hour < closes) return local < today ? today.toJSDate() : now;
  return nextWorkingDay(today, workingDays).toJSDate();
}

/** When the turn of somebody who is asked now goes by: at the same hour, so many of their working days later. */
export function turnEnd(now: Date, { workingDays, timeZone }: Days, days: number): Date {
  let end: DateTime<boolean> = DateTime.fromJSDate(now, { zone: timeZone });
  for (let day = 0; day < days; day += 1) end = nextWorkingDay(end, workingDays);
  return end.toJSDate();
}

/** Days are walked by the calendar: the hour stays when clocks change. */
function nextWorkingDay(from: DateTime<boolean>, workingDays: readonly number[]): DateTime<boolean> {
  let day: DateTime<boolean> = from.plus({ days: 1 });
  while (!workingDays.includes(day.weekday)) day = day.plus({ days: 1 });
  return day;
}
