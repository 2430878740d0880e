import { dayMs, type RetentionTerm } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { dayNumber, dayOf } from '../period/day.ts';
import { longestPeriod } from '../period/period.ts';

/** How long it is kept who did what. At least a quarter, which pages show when nothing else is asked for. */
export const keptEvents: RetentionTerm = { key: 'engagement.events', standardDays: longestPeriod, leastDays: 93, mostDays: longestPeriod };

/** From a day on, counted from 1970, what was done was kept for so many days. */
export interface Kept {
  since: number;
  days: number;
}

/** The oldest first. Before the first, as long as a period may be. */
export async function keptDays(manager: EntityManager): Promise<Kept[]> {
  const rows: { since: string; days: number }[] = await manager.query('SELECT since::text, days FROM engagement_kept_days ORDER BY since');
  return rows.map(({ since, days }) => ({ since: dayNumber(since), days }));
}

/** Writes down that from today on something else is kept, so that nobody asks days that were rolled up meanwhile for more than they knew. */
export async function noteKeptDays(manager: EntityManager, days: number, now: Date): Promise<void> {
  const latest = (await keptDays(manager)).at(-1)?.days ?? longestPeriod;
  if (latest === days) return;
  await manager.query('INSERT INTO engagement_kept_days (since, days) VALUES ($1, $2) ON CONFLICT (since) DO UPDATE SET days = least(engagement_kept_days.days, excluded.days)', [dayOf(Math.floor(now.getTime() / dayMs)), days]);
}

/** So many days back it was known, on a day, who did what. What was forgotten does not come back: after a longer term it is a day more each day. */
export function lookBack(kept: readonly Kept[], day: number): number {
  let [known, since] = [longestPeriod, Number.NEGATIVE_INFINITY];
  for (const next of kept) {
    if (next.since > day) break;
    // On the last day of the term before.
    const before = termOn(known, since, kept, next.since - 1);
    [known, since] = [Math.min(next.days, before + 1), next.since];
  }
  return termOn(known, since, kept, day);
}

/** `known` days on the day `since`, and how many later on, within the term that held. */
function termOn(known: number, since: number, kept: readonly Kept[], day: number): number {
  const term = kept.findLast((each) => each.since <= since)?.days ?? longestPeriod;
  return since === Number.NEGATIVE_INFINITY ? longestPeriod : Math.min(term, known + (day - since));
}

/**
 * The longest period, in days, that may end on a day: on each of its days it was known who had done what since its first, so that whoever met, came or wrote twice in it counts once.
 */
export function longestUntil(kept: readonly Kept[], last: number): number {
  let first = last;
  let earliest = last - longestPeriod + 1;
  for (; first > earliest; first -= 1) earliest = Math.max(earliest, first - lookBack(kept, first) + 1);
  return last - Math.max(first, earliest) + 1;
}
