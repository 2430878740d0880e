import { peopleErrors } from '../people.errors.ts';

/** Nobody plans an absence further ahead, nor tells of one that began longer ago. */
export const absenceYears = { ahead: 3, behind: 3 };

/** The first and the last day, YYYY-MM-DD. */
export interface AbsenceDays {
  from: string;
  until: string;
}

/** `today`: where the person is. Errors: DAY_INVALID, ABSENCE_OVER, ABSENCE_TOO_FAR, ABSENCE_ENDS_BEFORE_START. */
export function checkedAbsence({ from, until }: { from: string | null; until: string }, today: string): AbsenceDays {
  const days = { from: from ? checkedDay('from', from) : today, until: checkedDay('until', until) };
  if (days.until < days.from && from) throw peopleErrors.absenceEndsBeforeStart();
  if (days.until < today) throw peopleErrors.absenceOver();
  if (days.until > yearsFrom(today, absenceYears.ahead)) throw peopleErrors.absenceTooFar('until', absenceYears.ahead);
  if (days.from < yearsFrom(today, -absenceYears.behind)) throw peopleErrors.absenceTooFar('from', absenceYears.behind);
  return days;
}

/** A day of the calendar, as it came. Errors: DAY_INVALID. */
function checkedDay(field: string, day: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  if (!isDay) throw peopleErrors.dayInvalid(field);
  return day;
}

const yearsFrom = (day: string, years: number): string => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
