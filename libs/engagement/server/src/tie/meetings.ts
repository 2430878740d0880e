import type { EntityManager } from 'typeorm';
import type { Day } from '../period/day.ts';
import { longestPeriod } from '../period/period.ts';
import { countsOn, dayOfMoment, startOf } from '../roll-up/day-sql.ts';

/** Who addressed whom on a day, once. */
export interface Meeting {
  day: Day;
  actorId: string;
  targetId: string;
  /** Days since they last did; null: not in a longest period. */
  gap: number | null;
  /** Days since the other way round. */
  reverseGap: number | null;
}

/** Somebody did something on a day, to somebody else if there is a target. */
export type Act = readonly [day: Day, actorId: string, targetId: string | null];

const dayOfEvent = dayOfMoment('event.at');

/** The days after those on which a pair has met, and on which it met again: how long ago that was has changed. Those that wait for their own turn are left out. */
export async function laterMeetingsOf(manager: EntityManager, acts: readonly Act[]): Promise<Day[]> {
  const pairs = acts.filter(([, , targetId]) => targetId !== null);
  const rows: { day: Day }[] = await manager.query(
    `SELECT DISTINCT later.day::text FROM unnest($1::date[], $2::uuid[], $3::uuid[]) AS met (day, actor_id, target_id)
     CROSS JOIN LATERAL (
       SELECT ${dayOfEvent} AS day FROM engagement_event event
       WHERE event.actor_id = met.actor_id AND event.target_id = met.target_id AND event.at >= ${startOf('met.day + 1')} AND event.at < ${startOf(`met.day + ${longestPeriod}`)}
       UNION ALL
       SELECT ${dayOfEvent} FROM engagement_event event
       WHERE event.actor_id = met.target_id AND event.target_id = met.actor_id AND event.at >= ${startOf('met.day + 1')} AND event.at < ${startOf(`met.day + ${longestPeriod}`)}
     ) later
     WHERE later.day <> ALL ($4::date[]) AND NOT EXISTS (SELECT 1 FROM engagement_pending waiting WHERE waiting.day = later.day)`,
    [pairs.map(([day]) => day), pairs.map(([, actorId]) => actorId), pairs.map(([, , targetId]) => targetId), [...new Set(pairs.map(([day]) => day))]],
  );
  return rows.map(({ day }) => day);
}

// Whoever gives must count on that day; whom they address need not any more. Of two who addressed each other on the same day, the one with the smaller id
// counts as the earlier.
const meetingsSql = `
  WITH chosen AS (SELECT day, ${startOf('day')} AS starts_at, ${startOf('day + 1')} AS ends_at FROM unnest($1::date[]) AS chosen (day)),
  pair AS (
    SELECT DISTINCT least(event.actor_id, event.target_id) AS one, greatest(event.actor_id, event.target_id) AS other
    FROM chosen JOIN engagement_event event ON event.at >= chosen.starts_at AND event.at < chosen.ends_at WHERE event.target_id IS NOT NULL
  ), met AS (
    SELECT event.day, direction.actor_id, direction.target_id FROM (
      SELECT one AS actor_id, other AS target_id FROM pair UNION ALL SELECT other, one FROM pair
    ) direction CROSS JOIN LATERAL (
      -- Looked up pair by pair: joined as a whole, a day would cost a reading of the whole year.
      SELECT DISTINCT ${dayOfEvent} AS day FROM engagement_event event
      WHERE event.actor_id = direction.actor_id AND event.target_id = direction.target_id
      AND event.at >= ${startOf(`$2::date - ${longestPeriod}`)} AND event.at < ${startOf('$3::date + 1')} AND ${countsOn('event.actor_id', dayOfEvent)}
    ) event
  ), timed AS (
    SELECT day, actor_id, target_id, lag(day) OVER (PARTITION BY actor_id, target_id ORDER BY day) AS before,
      max(day) FILTER (WHERE actor_id < target_id) OVER both_ways AS before_by_smaller, max(day) FILTER (WHERE actor_id > target_id) OVER both_ways AS before_by_greater
    FROM met WINDOW both_ways AS (PARTITION BY least(actor_id, target_id), greatest(actor_id, target_id) ORDER BY day, actor_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  )
  SELECT day::text, actor_id AS "actorId", target_id AS "targetId", day - before AS gap, day - CASE WHEN actor_id < target_id THEN before_by_greater ELSE before_by_smaller END AS "reverseGap"
  FROM timed WHERE day = ANY ($1::date[])`;

export async function meetingsOn(manager: EntityManager, days: readonly Day[]): Promise<Meeting[]> {
  const sorted = days.toSorted();
  return manager.query(meetingsSql, [days, sorted[0], sorted.at(-1)]);
}
