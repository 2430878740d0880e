import { dayMs } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';
import { forgetActivations } from '../arrival/activation.ts';
import { forgetNumbers } from '../contribution/contributions.ts';
import { forgetPlacesOf } from '../roll-up/forget-places.ts';
import { forgetFormerPeople } from '../roll-up/former-people.ts';
import { rollUpTurn } from '../roll-up/roll-up-turn.ts';
import { type Day, dayOf } from '../period/day.ts';
import { longestPeriod } from '../period/period.ts';
import { forgetAttendance } from '../visit/visits.ts';
import { noteKeptDays } from './kept-days.ts';

/** Tables that are there before their month begins. */
const monthsAhead = 2;
const deletedAtOnce = 20_000;
/** PostgreSQL's words for « rows that belong there are elsewhere » and « somebody else holds it ». */
const [rowsElsewhere, lockNotAvailable] = ['23514', '55P03'];

/** Makes tables for the months to come, and forgets what is older than so many `days`, thirteen months at most: who did what before, and, of the days before, where they stood within their department. */
export async function keepEventMonths(dataSource: DataSource, now = new Date(), days = longestPeriod): Promise<void> {
  // Before anything goes: no period may reach further than what is known on each of its days.
  await noteKeptDays(dataSource.manager, days, now);
  for (let ahead = 1; ahead <= monthsAhead; ahead += 1) await changeTables(dataSource, 'SELECT engagement_make_month($1)', firstDayOf(monthOf(now, ahead)));
  const oldest = new Date((Math.floor(now.getTime() / dayMs) - days) * dayMs);
  await forgetPlacesOf(dataSource, dayOf(oldest.getTime() / dayMs));
  while ((await forgetAttendance(dataSource.manager, dayOf(oldest.getTime() / dayMs), deletedAtOnce)) > 0);
  await rollUpTurn(dataSource, forgetNumbers);
  await rollUpTurn(dataSource, (manager) => forgetFormerPeople(manager, dayOf(oldest.getTime() / dayMs)));
  await forgetActivations(dataSource.manager, dayOf(oldest.getTime() / dayMs));
  const known: { month: Day }[] = await dataSource.query(
    `SELECT to_date(right(inhrelid::regclass::text, 6), 'YYYYMM')::text AS month FROM pg_inherits WHERE inhparent = 'engagement_event'::regclass AND inhrelid::regclass::text ~ '^engagement_event_\\d{6}$'`,
  );
  const lastWhole = firstDayOf(monthOf(oldest, -1));
  for (const { month } of known) if (month <= lastWhole) await changeTables(dataSource, 'SELECT engagement_drop_month($1)', month);
  while ((await deleteSome(dataSource, oldest)) === deletedAtOnce);
}

const monthOf = (now: Date, ahead: number): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
const firstDayOf = (month: Date): Day => dayOf(month.getTime() / dayMs);

/**
 * Posts wait while a month comes or goes: not for long, and not behind a roll-up. What cannot be had at once is for the next night. A clock that was ahead has
 * left rows of a month among the others: they stay there, which costs no more than time.
 */
async function changeTables(dataSource: DataSource, sql: string, month: Day): Promise<void> {
  try {
    await rollUpTurn(dataSource, async (manager) => {
      await manager.query(`SELECT set_config('lock_timeout', '2s', true)`);
      await manager.query(sql, [month]);
    });
  } catch (error) {
    if (![rowsElsewhere, lockNotAvailable].includes((error as { code?: string }).code ?? '')) throw error;
  }
}

async function deleteSome(dataSource: DataSource, oldest: Date): Promise<number> {
  const [{ count }]: [{ count: number }] = await dataSource.query(
    `WITH gone AS (
       DELETE FROM engagement_event_other WHERE ctid = ANY (ARRAY(SELECT ctid FROM engagement_event_other WHERE at < $1 LIMIT ${deletedAtOnce})) RETURNING 1
     ) SELECT count(*)::int AS count FROM gone`,
    [oldest],
  );
  return count;
}
