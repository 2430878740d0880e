import type { LocationQuery } from 'vue-router';

/** Months that one may choose among: those of a year, finished. */
const months = 12;

/** Days as YYYY-MM-DD: of the month, of the one before it, of the same a year earlier, and from when a year until its end goes back. */
export interface ReportPeriods {
  from: string;
  to: string;
  beforeFrom: string;
  beforeTo: string;
  earlierFrom: string;
  earlierTo: string;
  yearFrom: string;
}

const day = (year: number, month: number, date: number): string => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** The last twelve finished months, YYYY-MM, the latest first. Months end in UTC, as the figures do. */
export const reportMonths = (now: Date): string[] => Array.from({ length: months }, (_, back) => day(now.getUTCFullYear(), now.getUTCMonth() - 1 - back, 1).slice(0, 7));

/** The month that an address asks for; the last finished one if it asks for none, or for one that has no report. */
export function reportMonth({ month }: LocationQuery, now: Date): string {
  const offered = reportMonths(now);
  return offered.find((one) => one === month) ?? (offered[0] as string);
}

/** The month that the id of a report is made of: a UUID of version 7 (RFC 9562), whose time is the first instant of the month. */
export const monthOfReport = (id: string): string => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString().slice(0, 7);

export function reportPeriods(month: string): ReportPeriods {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const index = number - 1;
  const whole = (ofYear: number, ofMonth: number) => [day(ofYear, ofMonth, 1), day(ofYear, ofMonth + 1, 0)] as const;
  const [[from, to], [beforeFrom, beforeTo], [earlierFrom, earlierTo]] = [whole(year, index), whole(year, index - 1), whole(year - 1, index)];
  return { from, to, beforeFrom, beforeTo, earlierFrom, earlierTo, yearFrom: day(year, index - 11, 1) };
}
