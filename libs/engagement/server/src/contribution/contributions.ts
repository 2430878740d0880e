import type { EntityManager } from 'typeorm';
import { writtenKinds } from '../event/written-kinds.ts';
import type { Day } from '../period/day.ts';
import { chosenEvents, countsOn } from '../roll-up/day-sql.ts';
import { dayBefore } from '../visit/visits.ts';

/** Somebody wrote so much on a day. */
export interface Contribution {
  day: Day;
  personId: string;
  /** Days since they last wrote; null: not in a longest period. */
  gap: number | null;
  written: number;
}

export const contributionsOn = (manager: EntityManager, days: readonly Day[]): Promise<Contribution[]> =>
  manager.query(
    `WITH wrote AS (
       SELECT chosen.day, event.actor_id AS person_id, count(DISTINCT event.subject_id)::int AS written FROM ${chosenEvents} WHERE event.kind IN ${writtenKinds} GROUP BY 1, 2
     )
     SELECT wrote.day::text, wrote.person_id AS "personId", wrote.day - ${dayBefore('engagement_writing', 'wrote')} AS gap, wrote.written FROM wrote WHERE ${countsOn('wrote.person_id', 'wrote.day')}`,
    [days],
  );

/**
 * Forgets the number of whoever is in no community, has made no idea and has neither come nor written on a day that is kept; days whose events are gone hold no other numbers. In a turn of its own,
 * since a roll-up numbers people.
 */
export const forgetNumbers = (manager: EntityManager): Promise<unknown> =>
  manager.query(
    `DELETE FROM engagement_person known WHERE NOT EXISTS (SELECT 1 FROM engagement_writing wrote WHERE wrote.person_id = known.person_id)
       AND NOT EXISTS (SELECT 1 FROM engagement_visit came WHERE came.person_id = known.person_id) AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.person_id = known.person_id)
       AND NOT EXISTS (SELECT 1 FROM idea_author made WHERE made.person_id = known.person_id)
       AND NOT EXISTS (SELECT 1 FROM engagement_former_member joined JOIN engagement_former former ON former.person_id = joined.former_id WHERE coalesce(former.was, former.person_id) = known.person_id)
       AND NOT EXISTS (SELECT 1 FROM engagement_former_maker made JOIN engagement_former former ON former.person_id = made.former_id WHERE coalesce(former.was, former.person_id) = known.person_id)`,
  );

/** The numbers that stand for people, by their ids; new ones are numbered. Only they are inserted: a number would be lost with each that is known, and what is kept by numbers is as long as the greatest. */
export async function personNumbersOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
  const rows: { id: string; number: number }[] = await manager.query(
    `WITH told AS (SELECT DISTINCT unnest($1::uuid[]) AS id), added AS (INSERT INTO engagement_person (person_id) SELECT id FROM told WHERE NOT EXISTS (SELECT 1 FROM engagement_person known WHERE known.person_id = told.id) RETURNING person_id AS id, number)
     SELECT id, number FROM added UNION ALL SELECT told.id, known.number FROM told JOIN engagement_person known ON known.person_id = told.id`,
    [ids],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
