/** How many weeks one may look at, the present one included. */
export const weekCount = 8;

/** The Mondays of the last weeks, the present one first, YYYY-MM-DD by the reader's own clock. */
export function mondays(now: Date, count = weekCount): string[] {
  const sinceMonday = (now.getDay() + 6) % 7;
  return Array.from({ length: count }, (_, weeks) => {
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - sinceMonday - 7 * weeks);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  });
}
