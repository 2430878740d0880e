import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedTimeZone, type Transaction } from '@parvis/platform/server';
import { peopleErrors } from '../people.errors.ts';
import { defaultWorkingTime } from './working-time.entity.ts';

export interface WorkingTimeChange {
  timeZone?: string | null;
  workingDays?: readonly number[] | null;
}

/** Keeps when people work, from their profile or from their notification settings. Belongs to the transaction of who calls. */
@Injectable()
export class WorkingTimeService {
  /** What is left out stays. Errors: TIME_ZONE_UNKNOWN, WORKING_DAYS_INVALID. */
  async change(tx: Transaction, { personId }: Viewer, change: WorkingTimeChange): Promise<void> {
    const days = change.workingDays ? checkedDays(change.workingDays) : null;
    const zone = change.timeZone ? checkedTimeZone('timeZone', change.timeZone) : null;
    if (!days && !zone) return;
    await tx.manager.query(
      `INSERT INTO working_time (person_id, working_days, time_zone, time_zone_chosen) VALUES ($1, $2::smallint[], coalesce($3, $4), $3::text IS NOT NULL)
       ON CONFLICT (person_id) DO UPDATE SET working_days = coalesce($2, working_time.working_days),
         time_zone = coalesce($3, working_time.time_zone), time_zone_chosen = working_time.time_zone_chosen OR $3 IS NOT NULL`,
      [personId, days, zone, defaultWorkingTime.timeZone],
    );
  }

  /** Takes back what was said of days (an empty list) and of the clock (an empty name): it counts as never said, and the browser's clock holds again. */
  async takeBack(tx: Transaction, { personId }: Viewer, { workingDays, timeZone }: WorkingTimeChange): Promise<void> {
    const [days, zone] = [workingDays?.length === 0, timeZone === ''];
    if (!days && !zone) return;
    await tx.manager.query(
      `UPDATE working_time SET working_days = CASE WHEN $2 THEN NULL ELSE working_days END, time_zone_chosen = time_zone_chosen AND NOT $3 WHERE person_id = $1`,
      [personId, days, zone],
    );
  }

  /** What the browser's clock says; changes nothing once the person has chosen. Errors: TIME_ZONE_UNKNOWN. */
  async tell(tx: Transaction, { personId }: Viewer, timeZone: string): Promise<void> {
    await tx.manager.query(
      `INSERT INTO working_time (person_id, time_zone, time_zone_chosen) VALUES ($1, $2, false)
       ON CONFLICT (person_id) DO UPDATE SET time_zone = excluded.time_zone WHERE NOT working_time.time_zone_chosen`,
      [personId, checkedTimeZone('timeZone', timeZone)],
    );
  }
}

function checkedDays(days: readonly number[]): number[] {
  const distinct = [...new Set(days)].sort();
  if (distinct.length === 0 || distinct.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) throw peopleErrors.workingDaysInvalid();
  return distinct;
}
