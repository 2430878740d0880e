import { dayMs } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';
import { forgetActivations } from '../arrival/activation.ts';
import { forgetNumbers } from '../contribution/contributions.ts';
import { forgetPlacesOf } from '../roll-up/forget-places.ts';
import { forgetFormerPeople } from '../roll-up/former-people.ts';
import { rollUpTurn } from '../roll-up/roll-up-turn.ts';
import { dayOf } from '../period/day.ts';
import { longestPeriod } from '../period/period.ts';
import { forgetAttendance } from '../visit/visits.ts';

/** Days for which events are kept: thirteen months at most, and as far as a period may reach, so that a pair is known to have met in it. */
export const eventDays = longestPeriod;
/** Tables that are there before their month begins. */
const monthsAhead = 2;
const deletedAtOnce = 20_000;
/** PostgreSQL's words for « rows that belong there are elsewhere » and « somebody else holds it ». */
const [rowsElsewhere, lockNotAvailable] = ['23514', '55P03'];

/** Makes tables for the months to come, and forgets what is too old: who did what before, and, of the days before, where they stood within their department. */
export async function keepEventMonths(dataSource: DataSource, now = new Date()): Promise<void> {
  for (let ahead = 1; ahead <= monthsAhead; ahead += 1) await makeMonth(dataSource, monthOf(now, ahead));
  const oldest = new Date((Math.floor(now.getTime() / dayMs) - eventDays) * dayMs);
  await forgetPlacesOf(dataSource, dayOf(oldest.getTime() / dayMs));
  while ((await forgetAttendance(dataSource.manager, dayOf(oldest.getTime() / dayMs), deletedAtOnce)) > 0);
  await rollUpTurn(dataSource, forgetNumbers);
  await rollUpTurn(dataSource, (manager) => forgetFormerPeople(manager, dayOf(oldest.getTime() / dayMs)));
  await forgetActivations(dataSource.manager, dayOf(oldest.getTime() / dayMs));
  const known: { name: string }[] = await dataSource.query(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'engagement_event'::regclass AND inhrelid::regclass::text ~ '^engagement_event_\\d{6}$'`,
  );
  const lastWhole = nameOf(monthOf(oldest, -1));
  for (const { name } of known) if (name <= lastWhole) await changeTables(dataSource, `DROP TABLE ${name}`);
  while ((await deleteSome(dataSource, oldest)) === deletedAtOnce);
}

const monthOf = (now: Date, ahead: number): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
const nameOf = (month: Date): string => `engagement_event_${month.toISOString().slice(0, 7).replace('-', '')}`;

async function makeMonth(dataSource: DataSource, month: Date): Promise<void> {
  await changeTables(
    dataSource,
    `CREATE TABLE IF NOT EXISTS ${nameOf(month)} PARTITION OF engagement_event FOR VALUES FROM ('${month.toISOString()}') TO ('${monthOf(month, 1).toISOString()}')`,
  );
}

/**
 * Posts wait while a month comes or goes: not for long, and not behind a roll-up. What cannot be had at once is for the next night. A clock that was ahead has
 * left rows of a month among the others: they stay there, which costs no more than time.
 */
async function changeTables(dataSource: DataSource, sql: string): Promise<void> {
  try {
    await rollUpTurn(dataSource, async (manager) => {
      await manager.query(`SELECT set_config('lock_timeout', '2s', true)`);
      await manager.query(sql);
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
