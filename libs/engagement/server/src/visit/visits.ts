import type { EntityManager } from 'typeorm';
import { writtenKinds } from '../event/written-kinds.ts';
import type { Day } from '../period/day.ts';
import { longestPeriod } from '../period/period.ts';
import { chosenEvents, countsOn } from '../roll-up/day-sql.ts';

/** Somebody came on a day. */
export interface Visit {
  day: Day;
  personId: string;
  /** Days since they last came, and last came from Monday to Friday; null: not in a longest period. */
  gap: number | null;
  workGap: number | null;
}

/** SQL condition: a day is none of a weekend. */
const isWorkday = (day: string): string => `extract(isodow FROM ${day}) < 6`;

/** SQL: the last day before a row of `table` on which the same person was in it, as `before.day`. */
export const dayBefore = (table: string, row: string, condition = 'true'): string => `(
  SELECT before.day FROM ${table} before
  WHERE before.person_id = ${row}.person_id AND before.day < ${row}.day AND before.day >= ${row}.day - ${longestPeriod} AND ${condition} AND ${countsOn('before.person_id', 'before.day')}
  ORDER BY before.day DESC LIMIT 1)`;

/** Notes who came and who wrote on the chosen days. Whoever writes is there, unless somebody else wrote for them. */
export async function noteAttendance(manager: EntityManager, days: readonly Day[], visits: readonly { day: Day; personId: string }[]): Promise<void> {
  await manager.query(`INSERT INTO engagement_visit (person_id, day) SELECT DISTINCT event.actor_id, chosen.day FROM ${chosenEvents} WHERE NOT event.is_delegated ON CONFLICT DO NOTHING`, [days]);
  await manager.query(`INSERT INTO engagement_writing (person_id, day) SELECT DISTINCT event.actor_id, chosen.day FROM ${chosenEvents} WHERE event.kind IN ${writtenKinds} ON CONFLICT DO NOTHING`, [days]);
  await manager.query(`INSERT INTO engagement_visit (person_id, day) SELECT * FROM unnest($1::uuid[], $2::date[]) ON CONFLICT DO NOTHING`, [visits.map(({ personId }) => personId), visits.map(({ day }) => day)]);
}

/** The days after those on which somebody came or wrote, and on which they next did: how long ago that was has changed. Those that wait for their own turn are left out. */
export async function laterAttendanceOf(manager: EntityManager, acts: readonly { day: Day; personId: string }[]): Promise<Day[]> {
  const next = (table: string, condition = 'true'): string =>
    `(SELECT day FROM ${table} later WHERE later.person_id = did.person_id AND later.day > did.day AND later.day < did.day + ${longestPeriod} AND ${condition} AND ${countsOn('later.person_id', 'later.day')} ORDER BY day LIMIT 1)`;
  const rows: { day: Day }[] = await manager.query(
    `SELECT DISTINCT later.day::text FROM unnest($1::date[], $2::uuid[]) AS did (day, person_id)
     CROSS JOIN LATERAL (${next('engagement_visit')} UNION ALL ${next('engagement_visit', isWorkday('later.day'))} UNION ALL ${next('engagement_writing')}) later
     WHERE later.day <> ALL ($3::date[]) AND NOT EXISTS (SELECT 1 FROM engagement_pending waiting WHERE waiting.day = later.day)`,
    [acts.map(({ day }) => day), acts.map(({ personId }) => personId), [...new Set(acts.map(({ day }) => day))]],
  );
  return rows.map(({ day }) => day);
}

export const visitsOn = (manager: EntityManager, days: readonly Day[]): Promise<Visit[]> =>
  manager.query(
    `SELECT visit.day::text, visit.person_id AS "personId", visit.day - ${dayBefore('engagement_visit', 'visit')} AS gap, visit.day - ${dayBefore('engagement_visit', 'visit', isWorkday('before.day'))} AS "workGap"
     FROM engagement_visit visit WHERE visit.day = ANY ($1::date[]) AND ${countsOn('visit.person_id', 'visit.day')}`,
    [days],
  );

/** Forgets on which days before one people came and wrote, so many at once. Returns how many. */
export async function forgetAttendance(manager: EntityManager, before: Day, atOnce: number): Promise<number> {
  let forgotten = 0;
  for (const table of ['engagement_visit', 'engagement_writing']) {
    const [{ count }]: [{ count: number }] = await manager.query(
      `WITH gone AS (DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE day < $1::date LIMIT ${atOnce})) RETURNING 1) SELECT count(*)::int AS count FROM gone`,
      [before],
    );
    forgotten += count;
  }
  return forgotten;
}
