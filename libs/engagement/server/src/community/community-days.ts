import type { EntityManager } from 'typeorm';
import type { Day } from '../period/day.ts';
import { chosenEvents, countsOn } from '../roll-up/day-sql.ts';
import { stoodOn } from '../standing/stood-on.ts';
import { encodeCommunities, type LivedCommunity } from './community-day.ts';
import { numberCommunities } from './members.ts';

/** What people of the chosen days did in communities; $1: those days. */
const actsSql = `
  act AS (
    SELECT chosen.day, coalesce(post.community_id, about.community_id) AS community_id, event.kind, event.actor_id, event.target_id, event.subject_id
    FROM ${chosenEvents}
    LEFT JOIN post ON post.id = event.subject_id
    LEFT JOIN comment said ON said.id = event.subject_id
    LEFT JOIN post about ON about.id = said.subject_id
    WHERE coalesce(post.community_id, about.community_id) IS NOT NULL AND ${countsOn('event.actor_id', 'chosen.day')}
  )`;

const numbersSql = `
  WITH ${actsSql}
  INSERT INTO engagement_person (person_id) SELECT DISTINCT person_id FROM (SELECT actor_id AS person_id FROM act UNION ALL SELECT target_id FROM act WHERE target_id IS NOT NULL) did
  WHERE NOT EXISTS (SELECT 1 FROM engagement_person known WHERE known.person_id = did.person_id)`;

const daysSql = `
  WITH ${actsSql}, placed AS (
    SELECT act.*, actor.number AS actor, target.number AS target,
      act.kind IN ('comment', 'answer', 'reaction', 'thanks') AND giver.department IS NOT NULL AND receiver.department IS NOT NULL AS is_exchange, giver.department <> receiver.department AS crosses
    FROM act JOIN engagement_person actor ON actor.person_id = act.actor_id LEFT JOIN engagement_person target ON target.person_id = act.target_id
    LEFT JOIN LATERAL ${stoodOn('act.actor_id', 'act.day')} giver ON true LEFT JOIN LATERAL ${stoodOn('act.target_id', 'act.day')} receiver ON true
  )
  SELECT placed.day::text, made.number, count(DISTINCT subject_id) FILTER (WHERE kind IN ('post', 'comment', 'answer'))::int AS said,
    count(*) FILTER (WHERE is_exchange AND NOT crosses)::int AS within, count(*) FILTER (WHERE is_exchange AND crosses)::int AS across,
    array_agg(DISTINCT actor ORDER BY actor) AS active, coalesce(array_agg(DISTINCT target ORDER BY target) FILTER (WHERE target IS NOT NULL), '{}') AS addressed
  FROM placed JOIN engagement_community made USING (community_id) GROUP BY 1, 2 ORDER BY 1, 2`;

/** Writes of days that are there what happened in each community: what was said, the exchanges within and across departments, who did something and whom others addressed. */
export async function writeCommunityDays(manager: EntityManager, days: readonly Day[]): Promise<void> {
  await numberCommunities(manager);
  await manager.query(numbersSql, [days]);
  const rows: (LivedCommunity & { day: Day })[] = await manager.query(daysSql, [days]);
  const lived = Map.groupBy(rows, ({ day }) => day);
  for (const day of days) await manager.query('UPDATE engagement_day SET communities = $2 WHERE day = $1', [day, encodeCommunities(lived.get(day) ?? [])]);
}
