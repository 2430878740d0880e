import { dayMs } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { keptDays, lookBack } from '../event/kept-days.ts';
import { type Day, dayNumber, dayOf } from '../period/day.ts';
import type { Period } from '../period/period.ts';
import { cohortsOf, lastDayOf, type MonthOfArrivals, type Span, spans, type ToldCohort, toldCohort } from './cohorts.ts';

/** The youngest cohorts that are told, at most. */
const mostCohorts = 24;

const cameIn = ({ from, to }: Span): string =>
  `EXISTS (SELECT 1 FROM engagement_visit visit WHERE visit.person_id = arrived.id AND visit.day BETWEEN arrived.day + ${from} AND arrived.day + ${to})`;

/** SQL condition: of whoever arrived then, it is known whether they came again in a span. Visits of others need not be looked up. */
const isKnownOf = ({ from, to }: Span): string => `arrived.day >= $1::date - ${from} AND arrived.day <= $2::date - ${to}`;

// Of whoever arrived so long before the first day of which it is known who came, no figure is known, and they are in their first year no more.
const firstYear = 366;

// $1: the first day of which it is known who came; $2: yesterday; $3: today.
const countSql = `
  WITH arrived AS MATERIALIZED (
    SELECT person_id AS id, first_day AS day, hired_on IS NOT NULL AS is_hired, least(last_day, (first_day + interval '1 year')::date - 1) AS until FROM engagement_employment WHERE first_day <= $3::date
  ), together AS (
    SELECT day, until, is_hired, EXISTS (SELECT 1 FROM engagement_leave leave WHERE leave.person_id = arrived.id) AS was_away, count(*)::int AS people FROM arrived WHERE day >= $1::date - ${firstYear} GROUP BY 1, 2, 3, 4
  ), days AS (
    SELECT to_char(day, 'YYYY-MM') AS month,
      jsonb_agg(jsonb_build_object('day', day - date '1970-01-01', 'until', until - date '1970-01-01', 'isHired', is_hired, 'wasAway', was_away, 'people', people)) AS arrived FROM together GROUP BY 1
  ), counted AS (
    SELECT to_char(arrived.day, 'YYYY-MM') AS month, count(*)::int AS people, count(noted.person_id)::int AS noted, (count(*) FILTER (WHERE noted.is_activated))::int AS activated,
      ARRAY[${spans.map((span) => `count(*) FILTER (WHERE ${isKnownOf(span)} AND ${cameIn(span)})`).join(', ')}]::int[] AS retained
    FROM arrived LEFT JOIN engagement_arrival noted ON noted.person_id = arrived.id AND noted.arrived_on = arrived.day GROUP BY 1
  )
  INSERT INTO engagement_arrival_month (month, people, noted, activated, retained, arrived, counted_on)
  SELECT month, people, noted, activated, retained, coalesce(days.arrived, '[]'), $3::date FROM counted LEFT JOIN days USING (month)
  ON CONFLICT (month) DO UPDATE SET people = excluded.people, noted = excluded.noted, activated = excluded.activated, retained = excluded.retained, arrived = excluded.arrived, counted_on = excluded.counted_on`;

/** The cohorts of whoever arrived until the end of a period, as far as it can be known today what became of them. */
export async function arrivalsOf(manager: EntityManager, { last }: Period, minGroup: number): Promise<ToldCohort[]> {
  const today = Math.floor(Date.now() / dayMs);
  const visits = await visitsSince(manager, today);
  const arrivals = today - lookBack(await keptDays(manager), today);
  const oldest = visits - (spans.at(-1)?.from ?? 0);
  const months = await monthsOn(manager, today);
  const everybody = months.flatMap(({ arrived }) => arrived);
  return cohortsOf(months.filter(({ month }) => month < dayOf(today).slice(0, 7)), minGroup)
    .filter(({ to }) => lastDayOf(to) <= last && lastDayOf(to) >= oldest)
    .slice(-mostCohorts)
    .map((cohort) => toldCohort(cohort, { visits, arrivals, yesterday: today - 1, everybody }, minGroup));
}

/** Counts what became of those who arrived in each month, in the present one too. It takes as long as there are visits of theirs, and is the same all day: that is done at night, or by whoever asks first. */
export async function countArrivals(manager: EntityManager, today: number): Promise<void> {
  const visits = await visitsSince(manager, today);
  await manager.query(countSql, [dayOf(visits), dayOf(today - 1), dayOf(today)]);
  await manager.query('DELETE FROM engagement_arrival_month WHERE counted_on < $1::date', [dayOf(today)]);
}

async function monthsOn(manager: EntityManager, today: number): Promise<MonthOfArrivals[]> {
  const read = (): Promise<MonthOfArrivals[]> => manager.query('SELECT month, people, noted, activated, retained, arrived FROM engagement_arrival_month WHERE counted_on = $1::date ORDER BY month', [dayOf(today)]);
  const counted = await read();
  if (counted.length > 0) return counted;
  await countArrivals(manager, today);
  return read();
}

/** The first day of which it is known who came: those before it are forgotten, or the network was not there yet. */
async function visitsSince(manager: EntityManager, today: number): Promise<number> {
  const [{ day }]: [{ day: Day | null }] = await manager.query('SELECT min(day)::text AS day FROM engagement_visit');
  return Math.max(today - lookBack(await keptDays(manager), today), day === null ? today : dayNumber(day));
}
