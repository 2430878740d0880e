import type { DataSource, EntityManager } from 'typeorm';
import type { Place } from '../gate/headcounts.ts';
import { dayNumber, type Day } from '../period/day.ts';
import { longestPeriod } from '../period/period.ts';
import { coursesOf } from '../standing/courses.ts';
import { countsSince, countsUntil, isLongLeave } from '../standing/employment.ts';
import { placeIdsOf } from '../standing/places.ts';
import { placeKey, placeOn, type Standing } from '../standing/standing.ts';
import { encodeTies, never, type TieDay } from '../tie/tie-day.ts';
import { rollUpTurn } from './roll-up-turn.ts';

/** Days of one transaction. */
const daysAtOnce = 31;

/** SQL: the moment at which a day begins, whatever the time zone of the session. */
const startOf = (day: string): string => `((${day})::timestamp AT TIME ZONE 'UTC')`;
/** SQL: the day of a moment. */
const dayOfEvent = `(event.at AT TIME ZONE 'UTC')::date`;

/** Who addressed whom on a day, once. */
interface Meeting {
  day: Day;
  actorId: string;
  targetId: string;
  gap: number | null;
  reverseGap: number | null;
}

/**
 * Brings the figures of each day up to what has happened, and answers how many days changed. A day on which something new has happened is made anew from
 * its events, and what told of it is taken away in the same transaction: whatever was cut short begins again, and no event counts twice.
 */
export async function rollUp(dataSource: DataSource): Promise<number> {
  for (let changed = 0; ; ) {
    const days = await rollUpTurn(dataSource, async (manager) => {
      const waiting = await nextDays(manager);
      if (waiting.length === 0) return 0;
      const pairs = await take(manager, waiting);
      const touched = await open(manager, [...waiting, ...(await laterDaysOf(manager, pairs))]);
      const meetings = await meetingsOn(manager, touched);
      // Read last: whoever has come meanwhile and addressed somebody is among them.
      await writeDays(manager, touched, meetings, await coursesOf(manager));
      return waiting.length;
    });
    if (days === 0) return changed;
    changed += days;
  }
}

/** Makes all days anew from the events that are kept. What is older than they are stays as it is. */
export function rollUpAnew(dataSource: DataSource): Promise<number> {
  return rollUpTurn(dataSource, (manager) =>
    manager.query(`INSERT INTO engagement_pending (day, actor_id, target_id) SELECT DISTINCT ${dayOfEvent}, actor_id, target_id FROM engagement_event event`),
  ).then(() => rollUp(dataSource));
}

/** Without the days that are closed: their events are gone, and to make them anew would forget all but what has come late. */
async function open(manager: EntityManager, days: readonly Day[]): Promise<Day[]> {
  const closed: { day: Day }[] = await manager.query('SELECT day::text FROM engagement_day WHERE day = ANY ($1::date[]) AND is_closed', [days]);
  const those = new Set(closed.map(({ day }) => day));
  return days.filter((day) => !those.has(day));
}

async function nextDays(manager: EntityManager): Promise<Day[]> {
  const rows: { day: Day }[] = await manager.query(`SELECT DISTINCT day::text FROM engagement_pending ORDER BY 1 LIMIT ${daysAtOnce}`);
  return rows.map(({ day }) => day);
}

type Pair = [day: Day, actorId: string, targetId: string];

async function take(manager: EntityManager, days: readonly Day[]): Promise<Pair[]> {
  const rows: { day: Day; actorId: string; targetId: string }[] = await manager.query(
    `WITH taken AS (DELETE FROM engagement_pending WHERE day = ANY ($1::date[]) RETURNING day, actor_id, target_id)
     SELECT DISTINCT day::text, actor_id AS "actorId", target_id AS "targetId" FROM taken WHERE target_id IS NOT NULL`,
    [days],
  );
  return rows.map(({ day, actorId, targetId }) => [day, actorId, targetId]);
}

/** The days after those on which a pair has met, and on which it met again: how long ago that was has changed. Those that wait for their own turn are left out. */
async function laterDaysOf(manager: EntityManager, pairs: readonly Pair[]): Promise<Day[]> {
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

// Whoever gives must count on that day; whom they address need not any more.
const countsThen = `EXISTS (
  SELECT 1 FROM person LEFT JOIN profile ON profile.person_id = person.id WHERE person.id = event.actor_id
  AND coalesce(${countsSince} <= ${dayOfEvent}, true) AND coalesce(${countsUntil} >= ${dayOfEvent}, true)
  AND NOT EXISTS (SELECT 1 FROM absence WHERE absence.person_id = person.id AND ${isLongLeave} AND ${dayOfEvent} BETWEEN absence.from_day AND absence.until_day))`;

// Of two who addressed each other on the same day, the one with the smaller id counts as the earlier.
const meetingsSql = `
  WITH chosen AS (SELECT day, ${startOf('day')} AS starts_at, ${startOf('day + 1')} AS ends_at FROM unnest($1::date[]) AS chosen (day)),
  pair AS (
    SELECT DISTINCT least(event.actor_id, event.target_id) AS one, greatest(event.actor_id, event.target_id) AS other
    FROM chosen JOIN engagement_event event ON event.at >= chosen.starts_at AND event.at < chosen.ends_at WHERE event.target_id IS NOT NULL
  ), met AS (
    SELECT DISTINCT ${dayOfEvent} AS day, event.actor_id, event.target_id FROM (
      SELECT one AS actor_id, other AS target_id FROM pair UNION ALL SELECT other, one FROM pair
    ) direction JOIN engagement_event event USING (actor_id, target_id)
    WHERE event.at >= ${startOf(`$2::date - ${longestPeriod}`)} AND event.at < ${startOf('$3::date + 1')} AND ${countsThen}
  ), timed AS (
    SELECT day, actor_id, target_id, lag(day) OVER (PARTITION BY actor_id, target_id ORDER BY day) AS before,
      max(day) FILTER (WHERE actor_id < target_id) OVER both_ways AS before_by_smaller, max(day) FILTER (WHERE actor_id > target_id) OVER both_ways AS before_by_greater
    FROM met WINDOW both_ways AS (PARTITION BY least(actor_id, target_id), greatest(actor_id, target_id) ORDER BY day, actor_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  )
  SELECT day::text, actor_id AS "actorId", target_id AS "targetId", day - before AS gap, day - CASE WHEN actor_id < target_id THEN before_by_greater ELSE before_by_smaller END AS "reverseGap"
  FROM timed WHERE day = ANY ($1::date[])`;

async function meetingsOn(manager: EntityManager, days: readonly Day[]): Promise<Meeting[]> {
  if (days.length === 0) return [];
  const sorted = days.toSorted();
  return manager.query(meetingsSql, [days, sorted[0], sorted.at(-1)]);
}

async function writeDays(manager: EntityManager, days: readonly Day[], meetings: readonly Meeting[], courses: ReadonlyMap<string, readonly Standing[]>): Promise<void> {
  const placed = meetings.flatMap((meeting) => {
    const [giver, receiver] = [courses.get(meeting.actorId), courses.get(meeting.targetId)];
    // Whoever was erased has left no place either.
    if (!giver || !receiver) return [];
    const day = dayNumber(meeting.day);
    return [{ meeting, from: placeOn(giver, day), to: placeOn(receiver, day) }];
  });
  const places = new Map<string, Place>(placed.flatMap(({ from, to }) => [from, to]).map((place) => [placeKey(place), place]));
  const ids = await placeIdsOf(manager, [...places.values()]);
  const byDay = Map.groupBy(placed, ({ meeting }) => meeting.day);
  for (const day of days) {
    const those = byDay.get(day) ?? [];
    const ties: TieDay = {
      from: Int32Array.from(those, ({ from }) => ids.get(placeKey(from)) as number),
      to: Int32Array.from(those, ({ to }) => ids.get(placeKey(to)) as number),
      gap: Uint16Array.from(those, ({ meeting }) => Math.min(meeting.gap ?? never, never)),
      reverseGap: Uint16Array.from(those, ({ meeting }) => Math.min(meeting.reverseGap ?? never, never)),
    };
    await manager.query(
      `INSERT INTO engagement_day (day, ties, rolled_up_at) VALUES ($1, $2, clock_timestamp()) ON CONFLICT (day) DO UPDATE SET ties = excluded.ties, rolled_up_at = excluded.rolled_up_at`,
      [day, encodeTies(ties)],
    );
  }
}
