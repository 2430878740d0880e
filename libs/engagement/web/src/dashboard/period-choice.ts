/** Periods that one looks at most: a month, a quarter, a year. */
export const lengths = [30, 90, 365] as const;
export type Length = (typeof lengths)[number];

/** Two periods of the same length, the one before the other, and a year until the end of the later one; days as YYYY-MM-DD. */
export interface Periods {
  from: string;
  to: string;
  comparedFrom: string;
  comparedTo: string;
  yearFrom: string;
}

const dayMs = 86_400_000;
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The last so many days, today included, and those before them. Days are in UTC, as the figures are. */
export function periodsOf(length: Length, now: Date): Periods {
  const today = Date.parse(dayOf(now.getTime()));
  const back = (days: number): string => dayOf(today - days * dayMs);
  return {
    from: back(length - 1),
    to: back(0),
    comparedFrom: back(2 * length - 1),
    comparedTo: back(length),
    // The first of the month, eleven months ago: twelve points.
    yearFrom: dayOf(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11, 1)),
  };
}

/** The length that an address asks for. */
export const lengthOf = (asked: unknown): Length => lengths.find((length) => String(length) === asked) ?? 90;
