import { firstIdAt } from '@parvis/platform/server';
import type { Day } from '../period/day.ts';

/** A month of the calendar, YYYY-MM, in UTC as all days of the figures are. */
export type ReportMonth = string;

export const firstDayOf = (month: ReportMonth): Day => `${month}-01`;

/** The month that was over when this one began. */
export const monthBefore = (now: Date): ReportMonth => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);

export const lastDayOf = (month: ReportMonth): Day => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** The UUID by which a report is named: version 7, whose time is the first instant of its month. */
export const reportId = (month: ReportMonth): string => firstIdAt(new Date(`${firstDayOf(month)}T00:00:00Z`));

/** Null: no month has this id. */
export function monthOfReport(id: string): ReportMonth | null {
  const at = new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
  const month = at.toISOString().slice(0, 7);
  return reportId(month) === id ? month : null;
}
