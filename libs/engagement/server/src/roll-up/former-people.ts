import type { EntityManager } from 'typeorm';
import type { Day } from '../period/day.ts';

/** Where the stream and what is made of it name people. */
const named = [
  ['engagement_standing', 'person_id'],
  ['engagement_leave', 'person_id'],
  ['engagement_visit', 'person_id'],
  ['engagement_writing', 'person_id'],
  ['engagement_person', 'person_id'],
  ['engagement_arrival', 'person_id'],
  ['engagement_event', 'actor_id'],
  ['engagement_event', 'target_id'],
  ['engagement_pending', 'actor_id'],
  ['engagement_pending', 'target_id'],
] as const;

/**
 * Puts a name drawn by lot in the place of people who were erased since: what was counted of a day stays as it was, and tells of nobody any more. To take them out
 * would tell what they did, by the figures of the day before and of the day after.
 */
export async function renameFormerPeople(manager: EntityManager): Promise<void> {
  const erased: { was: string }[] = await manager.query('SELECT was FROM engagement_former WHERE was IS NOT NULL');
  if (erased.length === 0) return;
  // Those alone who were known when this began: whoever is erased meanwhile would have both names until the next time.
  const ids = [erased.map(({ was }) => was)];
  // Standings before visits: a standing that is told anew looks for the days on which its person came.
  for (const [table, column] of named) await manager.query(`UPDATE ${table} SET ${column} = former.person_id FROM engagement_former former WHERE former.was = ${table}.${column} AND former.was = ANY ($1)`, ids);
  await manager.query('UPDATE engagement_former SET was = NULL WHERE was = ANY ($1)', ids);
}

/** Forgets leaves that were over, and people who had been erased, before a day. */
export async function forgetFormerPeople(manager: EntityManager, before: Day): Promise<void> {
  await manager.query('DELETE FROM engagement_leave WHERE until_day < $1::date', [before]);
  await manager.query('WITH gone AS (DELETE FROM engagement_former WHERE was IS NULL AND last_day < $1::date RETURNING person_id) DELETE FROM engagement_standing USING gone WHERE engagement_standing.person_id = gone.person_id', [before]);
}
