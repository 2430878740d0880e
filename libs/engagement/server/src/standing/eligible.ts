import type { EntityManager } from 'typeorm';
import { type Day, dayNumber } from '../period/day.ts';

/** An absence of so many days is a long leave. */
const longLeaveDays = 30;

/** The days on which somebody belongs to the company and is there, counted from 1970, both included: hired and not gone, long leave left out. */
export interface Presence {
  first: number;
  last: number;
  /** Long leave, first and last day. */
  away: readonly (readonly [number, number])[];
}

interface PresenceRow {
  id: string;
  /** Null: ever since. */
  hiredOn: Day | null;
  leftOn: Day | null;
  away: [Day, Day][];
}

// Whom the HR file tells without a day of hiring counts since ever: an earlier network's history is older than what is known of them here. Whoever came by
// signing in alone came when they first did.
const presencesSql = `
  SELECT person.id, CASE WHEN profile.hired_on IS NULL AND person.owners ->> 'surname' IS DISTINCT FROM 'hr' THEN (person.created_at AT TIME ZONE 'UTC')::date ELSE profile.hired_on END::text AS "hiredOn", (person.deactivated_at AT TIME ZONE 'UTC')::date::text AS "leftOn",
    coalesce((SELECT jsonb_agg(jsonb_build_array(absence.from_day, absence.until_day)) FROM absence
      WHERE absence.person_id = person.id AND absence.until_day - absence.from_day + 1 >= ${longLeaveDays}), '[]') AS away
  FROM person LEFT JOIN profile ON profile.person_id = person.id`;

/** When everybody was there, by their ids. */
export async function presencesOf(manager: EntityManager): Promise<Map<string, Presence>> {
  const rows: PresenceRow[] = await manager.query(presencesSql);
  return new Map(
    rows.map(({ id, hiredOn, leftOn, away }) => [
      id,
      {
        first: hiredOn === null ? -Infinity : dayNumber(hiredOn),
        // Their last day is the one on which they were let go.
        last: leftOn === null ? Infinity : dayNumber(leftOn),
        away: away.map(([from, until]) => [dayNumber(from), dayNumber(until)] as const),
      },
    ]),
  );
}

/** The stretches of days in which somebody was there. */
export function stretchesOf({ first, last, away }: Presence): [number, number][] {
  let stretches: [number, number][] = [[first, last]];
  for (const [leaves, returns] of away) {
    stretches = stretches.flatMap(([start, end]): [number, number][] => (leaves > end || returns < start ? [[start, end]] : [[start, leaves - 1], [returns + 1, end]]));
  }
  return stretches.filter(([start, end]) => start <= end);
}
