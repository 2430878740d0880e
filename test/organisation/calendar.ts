import { Stream, hashText } from './prng.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
const meanMonthDays = 30.4375;
const WRITING_TIME = hashText('writing-time');

/** How much is written at each hour of the day in Paris: two humps, a lunch break, a few evenings. */
const hourWeights = [0, 0, 0, 0, 0, 0.1, 0.5, 2, 7, 12, 13, 11, 4, 6, 12, 11, 10, 7, 3, 1, 0.8, 0.6, 0.2, 0];
const hourTotals = hourWeights.reduce<number[]>((totals, weight) => [...totals, (totals.at(-1) ?? 0) + weight], [0]);
const fullDay = hourTotals[24] as number;

/** Month and day of the French public holidays with a fixed date. */
const publicHolidays = new Set(['1-1', '5-1', '5-8', '7-14', '8-15', '11-1', '11-11', '12-25']);

const summerTimeByYear = new Map<number, readonly [number, number]>();

function lastSundayAtOneUtc(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, lastDay.getUTCDate() - lastDay.getUTCDay(), 1);
}

/** Hours ahead of UTC in Paris. Directive 2000/84/EC: summer time from the last Sunday of March to that of October, 01:00 UTC. */
function parisOffsetMs(instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  let summer = summerTimeByYear.get(year);
  if (!summer) {
    summer = [lastSundayAtOneUtc(year, 2), lastSundayAtOneUtc(year, 9)];
    summerTimeByYear.set(year, summer);
  }
  return instant >= summer[0] && instant < summer[1] ? 2 * hourMs : hourMs;
}

/** An instant as Paris clocks show it, held in the UTC fields of a Date. */
export const parisClock = (instant: number): number => instant + parisOffsetMs(instant);

export function fromParisClock(clock: number): number {
  return clock - parisOffsetMs(clock - hourMs);
}

const isWeekend = (clock: number): boolean => new Date(clock).getUTCDay() % 6 === 0;

/** How much is written on a day, 1 on an ordinary working day. */
function dayWeight(clock: number): number {
  const date = new Date(clock);
  const month = date.getUTCMonth() + 1;
  const day = date.getUTCDate();
  if (isWeekend(clock)) return 0.05;
  if (publicHolidays.has(`${month}-${day}`)) return 0.08;
  if ((month === 12 && day >= 24) || (month === 1 && day === 1)) return 0.15;
  if (month === 8) return day >= 4 && day <= 22 ? 0.3 : 0.55;
  if (month === 7 && day >= 20) return 0.7;
  return date.getUTCDay() === 5 ? 0.85 : 1;
}

/** Share of a day's writing done before this time of day. */
function shareWritten(msOfDay: number): number {
  const hour = Math.min(23, Math.floor(msOfDay / hourMs));
  const before = hourTotals[hour] as number;
  return (before + (hourWeights[hour] as number) * ((msOfDay - hour * hourMs) / hourMs)) / fullDay;
}

/** The time of day by which this share of the day's writing is done: the inverse of shareWritten. */
function timeOfDay(share: number): number {
  const target = share * fullDay;
  let hour = 0;
  while (hour < 23 && (hourTotals[hour + 1] as number) <= target) hour += 1;
  const within = (target - (hourTotals[hour] as number)) / (hourWeights[hour] || 1);
  return Math.floor((hour + Math.min(0.999, Math.max(0, within))) * hourMs);
}

/** The network is adopted little by little: from 0.75 of the mean rate at the start to 1.25 at the end. */
const adoption = (progress: number): number => 0.75 + 0.5 * progress;

export interface Period {
  seed: number;
  posts: number;
  startMs: number;
  endMs: number;
  days: number;
}

export function periodOf(plan: { seed: number; posts: number; months: number; endsAt: string }): Period {
  const endMs = Date.parse(plan.endsAt);
  const days = plan.months * meanMonthDays;
  return { seed: plan.seed, posts: plan.posts, startMs: endMs - days * dayMs, endMs, days };
}

/** Holidays move a post at most this far from the day that its number alone gives (see nominalDaysBefore). */
export const calendarDriftDays = 30;

/** Days before the end at which the post would fall without weekends and holidays: depends on its number, never on the date. */
export function nominalDaysBefore(period: Period, post: number): number {
  const share = (post + 0.5) / period.posts;
  const progress = (Math.sqrt(0.5625 + share) - 0.75) / 0.5;
  return period.days * (1 - progress);
}

interface WorkingDay {
  clock: number;
  weight: number;
  from: number;
  to: number;
}

function daysOf(period: Period): WorkingDay[] {
  const first = parisClock(period.startMs);
  const last = parisClock(period.endMs);
  const days: WorkingDay[] = [];
  for (let clock = Math.floor(first / dayMs) * dayMs; clock < last; clock += dayMs) {
    const from = clock < first ? shareWritten(first - clock) : 0;
    const to = clock + dayMs > last ? shareWritten(last - clock) : 1;
    const progress = Math.min(1, Math.max(0, (clock - first) / (last - first)));
    days.push({ clock, weight: dayWeight(clock) * adoption(progress) * (to - from), from, to });
  }
  return days;
}

/** The instants of all posts in ascending order, one day in memory at a time. */
export function* writingTimes(period: Period): Generator<number> {
  const days = daysOf(period);
  const total = days.reduce((sum, day) => sum + day.weight, 0) || 1;
  let written = 0;
  let done = 0;
  for (const day of days) {
    written += day.weight;
    const until = day === days.at(-1) ? period.posts : Math.round((written / total) * period.posts);
    const times = new Float64Array(until - done);
    for (let i = 0; i < times.length; i += 1) {
      const share = new Stream(period.seed, WRITING_TIME, done + i).unit();
      times[i] = fromParisClock(day.clock + timeOfDay(day.from + share * (day.to - day.from)));
    }
    times.sort();
    // The very last one is minutes old, so that a demo opened on a Sunday does not look abandoned.
    if (until === period.posts && times.length > 0) times[times.length - 1] = Math.max(times.at(-1) as number, period.endMs - 11 * 60_000);
    for (const time of times) yield Math.min(time, period.endMs - 60_000);
    done = until;
  }
}

/** The same instant if people are at work, else some time in the next working morning. */
function atWork(instant: number, share: number): number {
  const clock = parisClock(instant);
  const hour = (clock % dayMs) / hourMs;
  if (!isWeekend(clock) && hour >= 7 && hour < 20) return instant;
  let day = Math.floor(clock / dayMs) * dayMs;
  if (hour >= 7) day += dayMs;
  while (isWeekend(day)) day += dayMs;
  return fromParisClock(day + (8 + 3 * share) * hourMs);
}

/** When somebody replies to what was written at `since`: often within the hour, sometimes days later, never after the end. */
export function replyTime(draws: Stream, since: number, endMs: number): number {
  const patience = draws.unit();
  const share = draws.unit();
  const hours = patience < 0.4 ? 0.05 + 1.2 * share : patience < 0.8 ? 1 + 8 * share : 8 + 110 * share * share;
  const instant = atWork(since + hours * hourMs, draws.unit());
  if (instant < endMs) return Math.floor(instant);
  return Math.floor(since + (endMs - since) * (0.05 + 0.9 * share));
}

/** Midnight UTC of a day so many days before the end, moved on to Monday when it is a weekend. */
export function workingDayBefore(endMs: number, days: number): number {
  let day = Math.floor((endMs - days * dayMs) / dayMs) * dayMs;
  while (isWeekend(day) && day + dayMs < endMs) day += dayMs;
  return day;
}

/** So many days before the end, or after it (below 0), at an hour of Paris; a weekend moves what is past back to Friday, and what is to come on to Monday. */
export function workingMoment(endMs: number, daysBefore: number, hour: number): number {
  let day = Math.floor(parisClock(endMs - daysBefore * dayMs) / dayMs) * dayMs;
  while (isWeekend(day)) day += daysBefore > 0 ? -dayMs : dayMs;
  return fromParisClock(day + hour * hourMs);
}
