const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * "3 hours ago", « hier »; under a minute, "now". From a day on, by the calendar of whoever reads: what was said 30 hours ago may be of the day before
 * yesterday. A clock that runs a little ahead of the server's says "now" too.
 */
export function relativeTime(then: Date, now: Date, locale: string): string {
  const seconds = Math.trunc((then.getTime() - now.getTime()) / 1000);
  const elapsed = Math.abs(seconds);
  const say = (number: number, unit: Intl.RelativeTimeFormatUnit, numeric: 'auto' | 'always'): string => new Intl.RelativeTimeFormat(locale, { numeric }).format(Math.trunc(number), unit);
  if (elapsed < minute) return say(0, 'second', 'auto');
  if (elapsed < hour) return say(seconds / minute, 'minute', 'always');
  if (elapsed < day) return say(seconds / hour, 'hour', 'always');
  const days = dayOf(then) - dayOf(now);
  const apart = Math.abs(days);
  if (apart < 7) return say(days, 'day', 'auto');
  // « La semaine dernière » begins on a Monday: it would be wrong of what was eight days ago.
  if (apart < 30) return say(days / 7, 'week', 'always');
  if (apart < 365) return say(days / 30, 'month', 'always');
  return say(days / 365, 'year', 'always');
}

const dayOf = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / (day * 1000);
