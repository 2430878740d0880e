import { type Day, dayNumber, dayOf } from '../period/day.ts';

/** A quarter of the calendar, named by its first day. */
export type Quarter = Day;

/** The quarter of a day. */
export function quarterOf(day: Day): Quarter {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}

export const lastDayOf = (quarter: Quarter): Day => dayOf(dayNumber(nextQuarter(quarter)) - 1);

export const nextQuarter = (quarter: Quarter): Quarter => quarterOf(dayOf(dayNumber(quarter) + 93));

/** 90, 91 or 92. */
export const daysOf = (quarter: Quarter): number => dayNumber(nextQuarter(quarter)) - dayNumber(quarter);
