import type { EntityManager } from 'typeorm';

/** Which note somebody once for each of their days. */
const tablesOfDays = ['engagement_visit', 'engagement_writing'];

/**
 * Makes what one person did that of another, in the transaction that merges the two: whoever merges people calls it before it deletes the first. They were one
 * all the time, where the other stood; what they did to each other, they did to nobody.
 */
export async function mergeEngagement(manager: EntityManager, from: string, into: string): Promise<void> {
  const both = [from, into];
  await manager.query(`SELECT engagement_known_anew($1, '-infinity', 'infinity')`, [both]);
  await manager.query(`INSERT INTO engagement_pending (day, actor_id, target_id) SELECT DISTINCT (at AT TIME ZONE 'UTC')::date, actor_id, target_id FROM engagement_event WHERE target_id = $1`, [from]);
  for (const column of ['actor_id', 'target_id']) {
    await manager.query(`UPDATE engagement_event SET ${column} = $2 WHERE ${column} = $1`, both);
    await manager.query(`UPDATE engagement_pending SET ${column} = $2 WHERE ${column} = $1`, both);
  }
  await manager.query('UPDATE engagement_event SET target_id = NULL WHERE actor_id = $1 AND target_id = $1', [into]);
  for (const table of tablesOfDays) {
    await manager.query(`INSERT INTO ${table} (person_id, day) SELECT $2, day FROM ${table} WHERE person_id = $1 ON CONFLICT DO NOTHING`, both);
  }
  await manager.query('INSERT INTO engagement_leave SELECT $2, told_by, from_day, until_day, noted_on FROM engagement_leave WHERE person_id = $1 ON CONFLICT DO NOTHING', both);
  for (const table of [...tablesOfDays, 'engagement_leave', 'engagement_person', 'engagement_arrival', 'engagement_standing']) await manager.query(`DELETE FROM ${table} WHERE person_id = $1`, [from]);
}
