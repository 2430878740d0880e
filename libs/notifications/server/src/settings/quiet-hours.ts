import { DateTime } from 'luxon';

/** When a person works. Minutes from midnight by the clock of their time zone; closing before opening is a night shift. */
export interface WorkingHours {
  opensAt: number;
  closesAt: number;
  /** ISO 8601: Monday is 1. A night shift belongs to the day on which it begins. */
  workingDays: readonly number[];
  timeZone: string;
}

/**
 * When something that happens at `at` may make a sign: null, at once; else the next opening. By the clock on the wall: when the clocks change,
 * work still begins at eight. An opening in the hour that is skipped comes an hour later by that clock, and one in the hour that is repeated
 * comes the first time.
 */
export function heldUntil(at: Date, { opensAt, closesAt, workingDays, timeZone }: WorkingHours): Date | null {
  const now = DateTime.fromJSDate(at, { zone: timeZone });
  const yesterday = now.startOf('day').minus({ days: 1 });
  for (let days = 0; days <= 8; days += 1) {
    const day = yesterday.plus({ days });
    if (!workingDays.includes(day.weekday)) continue;
    const opening = atMinute(day, opensAt);
    const closing = atMinute(closesAt > opensAt ? day : day.plus({ days: 1 }), closesAt);
    if (opening > now) return opening.toJSDate();
    if (now < closing) return null;
  }
  // No working day at all: nothing to wait for.
  return null;
}

const atMinute = (day: DateTime, minute: number): DateTime => day.set({ hour: Math.floor(minute / 60), minute: minute % 60, second: 0, millisecond: 0 });
