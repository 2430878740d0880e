export const periods = ['any', 'week', 'month', 'year', 'between'] as const;
export type Period = (typeof periods)[number];

const daysBack: Partial<Record<Period, number>> = { week: 7, month: 31, year: 366 };

/** The instants of a period, in the reader's own days. From the beginning of a day, so that the same period asks the same question all day long. */
export function periodFilter(period: Period, days: { from: string | null; to: string | null }, now = new Date()): { from: string | null; to: string | null } {
  if (period === 'between') return { from: days.from && startOf(days.from, 0), to: days.to && startOf(days.to, 1) };
  const back = daysBack[period];
  if (back === undefined) return { from: null, to: null };
  return { from: new Date(now.getFullYear(), now.getMonth(), now.getDate() - back).toISOString(), to: null };
}

/** The beginning of a day (YYYY-MM-DD), or of one `later` days after; null when there is no such day. */
function startOf(date: string, later: number): string | null {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const start = new Date(year, month - 1, dayOfMonth + later);
  return Number.isNaN(start.getTime()) ? null : start.toISOString();
}
