import type { EntityManager } from 'typeorm';
import type { Day } from '../period/day.ts';
import { chosenEvents, countsOn } from '../roll-up/day-sql.ts';
import { stoodOn } from '../standing/stood-on.ts';

const daysSql = `
  WITH act AS (
    SELECT chosen.day, coalesce(post.community_id, about.community_id) AS community_id, event.kind, event.actor_id, event.target_id, event.subject_id
    FROM ${chosenEvents}
    LEFT JOIN post ON post.id = event.subject_id
    LEFT JOIN comment said ON said.id = event.subject_id
    LEFT JOIN post about ON about.id = said.subject_id
    WHERE coalesce(post.community_id, about.community_id) IS NOT NULL AND ${countsOn('event.actor_id', 'chosen.day')}
  ), placed AS (
    SELECT act.*, act.kind IN ('comment', 'answer', 'reaction', 'thanks') AND giver.department IS NOT NULL AND receiver.department IS NOT NULL AS is_exchange, giver.department <> receiver.department AS crosses
    FROM act LEFT JOIN LATERAL ${stoodOn('act.actor_id', 'act.day')} giver ON true LEFT JOIN LATERAL ${stoodOn('act.target_id', 'act.day')} receiver ON true
  )
  INSERT INTO engagement_community_day (community_id, day, said, within, across, active_ids, addressed_ids)
  SELECT community_id, day, count(DISTINCT subject_id) FILTER (WHERE kind IN ('post', 'comment', 'answer')), count(*) FILTER (WHERE is_exchange AND NOT crosses), count(*) FILTER (WHERE is_exchange AND crosses),
    array_agg(DISTINCT actor_id), coalesce(array_agg(DISTINCT target_id) FILTER (WHERE target_id IS NOT NULL), '{}')
  FROM placed GROUP BY community_id, day`;

/** Makes days of communities anew: what was said in each, the exchanges within and across departments, who did something and whom others addressed. */
export async function writeCommunityDays(manager: EntityManager, days: readonly Day[]): Promise<void> {
  await manager.query('DELETE FROM engagement_community_day WHERE day = ANY ($1::date[])', [days]);
  await manager.query(daysSql, [days]);
}

/** Forgets who did what on the days before one; how much was said stays. */
export const forgetPeopleOfCommunities = (manager: EntityManager, before: Day): Promise<unknown> =>
  manager.query(`UPDATE engagement_community_day SET active_ids = '{}', addressed_ids = '{}' WHERE day < $1::date AND (active_ids <> '{}' OR addressed_ids <> '{}')`, [before]);
