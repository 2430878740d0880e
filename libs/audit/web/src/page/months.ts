/** The last months, the newest first, as YYYY-MM of the reader's own clock. */
export function lastMonths(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, back) => {
    const first = new Date(now.getFullYear(), now.getMonth() - back, 1);
    return `${first.getFullYear()}-${String(first.getMonth() + 1).padStart(2, '0')}`;
  });
}

/** When a month begins and ends by the reader's own clock. */
export function instantsOf(month: string): { since: string; before: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { since: new Date(year, number - 1, 1).toISOString(), before: new Date(year, number, 1).toISOString() };
}
