import type { EntityManager } from 'typeorm';
import { type Day, dayNumber } from '../period/day.ts';

/** An absence of so many days is a long leave. */
const longLeaveDays = 30;

/** The days on which somebody is employed, counted from 1970, both included, and those of them on which they are on a long leave. */
export interface Employment {
  first: number;
  last: number;
  /** First and last day of each leave. */
  away: readonly (readonly [number, number])[];
}

interface EmploymentRow {
  id: string;
  /** Null: ever since. */
  hiredOn: Day | null;
  leftOn: Day | null;
  away: [Day, Day][];
}

/**
 * SQL: since when somebody (`person`, with their `profile`) counts. Whom the HR file tells without a day of hiring counts since ever: an earlier network's
 * history is older than what is known of them here. Whoever came by signing in alone came when they first did.
 */
export const countsSince = `CASE WHEN profile.hired_on IS NULL AND person.owners ->> 'surname' IS DISTINCT FROM 'hr' THEN (person.created_at AT TIME ZONE 'UTC')::date ELSE profile.hired_on END`;

/** SQL: the last day on which somebody (`person`) counts, null while they are here. */
export const countsUntil = `(person.deactivated_at AT TIME ZONE 'UTC')::date`;

/** SQL condition: an absence (`absence`) is a long leave. */
export const isLongLeave = `absence.until_day - absence.from_day + 1 >= ${longLeaveDays}`;

const employmentsSql = `
  SELECT person.id, ${countsSince}::text AS "hiredOn", ${countsUntil}::text AS "leftOn",
    coalesce((SELECT jsonb_agg(jsonb_build_array(absence.from_day, absence.until_day)) FROM absence WHERE absence.person_id = person.id AND ${isLongLeave}), '[]') AS away
  FROM person LEFT JOIN profile ON profile.person_id = person.id`;

/** When everybody is employed, by their ids. */
export async function employmentsOf(manager: EntityManager): Promise<Map<string, Employment>> {
  const rows: EmploymentRow[] = await manager.query(employmentsSql);
  return new Map(
    rows.map(({ id, hiredOn, leftOn, away }) => [
      id,
      {
        first: hiredOn === null ? -Infinity : dayNumber(hiredOn),
        last: leftOn === null ? Infinity : dayNumber(leftOn),
        away: away.map(([from, until]) => [dayNumber(from), dayNumber(until)] as const),
      },
    ]),
  );
}

/** The stretches of days in which somebody is there. */
export function stretchesOf({ first, last, away }: Employment): [number, number][] {
  let stretches: [number, number][] = [[first, last]];
  for (const [leaves, returns] of away) {
    stretches = stretches.flatMap(([start, end]): [number, number][] => (leaves > end || returns < start ? [[start, end]] : [[start, leaves - 1], [returns + 1, end]]));
  }
  return stretches.filter(([start, end]) => start <= end);
}
