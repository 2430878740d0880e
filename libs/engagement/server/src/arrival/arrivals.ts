import { dayMs } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import { eventDays } from '../event/event-months.ts';
import { type Day, dayNumber, dayOf } from '../period/day.ts';
import type { Period } from '../period/period.ts';
import { cohortsOf, lastDayOf, type MonthOfArrivals, type Span, spans, type ToldCohort, toldCohort } from './cohorts.ts';

/** The youngest cohorts that are told, at most. */
const mostCohorts = 24;

const cameIn = ({ from, to }: Span): string =>
  `EXISTS (SELECT 1 FROM engagement_visit visit WHERE visit.person_id = arrived.id AND visit.day BETWEEN arrived.day + ${from} AND arrived.day + ${to})`;

/** SQL condition: of whoever arrived then, it is known whether they came again in a span. Visits of others need not be looked up. */
const isKnownOf = ({ from, to }: Span): string => `arrived.day >= $2::date - ${from} AND arrived.day <= $3::date - ${to}`;

// $1: the first of the month that is not over; $2: the first day of which it is known who came; $3: yesterday.
const monthsSql = `
  WITH arrived AS MATERIALIZED (
    SELECT person_id AS id, first_day AS day FROM engagement_employment WHERE first_day < $1::date
  )
  SELECT to_char(arrived.day, 'YYYY-MM') AS month, count(*)::int AS people, count(noted.person_id)::int AS noted, (count(*) FILTER (WHERE noted.is_activated))::int AS activated,
    ARRAY[${spans.map((span) => `count(*) FILTER (WHERE ${isKnownOf(span)} AND ${cameIn(span)})`).join(', ')}]::int[] AS retained
  FROM arrived LEFT JOIN engagement_arrival noted ON noted.person_id = arrived.id AND noted.arrived_on = arrived.day
  GROUP BY 1 ORDER BY 1`;

/** The cohorts of whoever arrived until the end of a period, as far as it can be known today what became of them. */
export async function arrivalsOf(manager: EntityManager, { last }: Period, minGroup: number): Promise<ToldCohort[]> {
  const today = Math.floor(Date.now() / dayMs);
  const visits = await visitsSince(manager, today);
  const oldest = visits - (spans.at(-1)?.from ?? 0);
  const months: MonthOfArrivals[] = await manager.query(monthsSql, [`${dayOf(today).slice(0, 7)}-01`, dayOf(visits), dayOf(today - 1)]);
  return cohortsOf(months, minGroup)
    .filter(({ to }) => lastDayOf(to) <= last && lastDayOf(to) >= oldest)
    .slice(-mostCohorts)
    .map((cohort) => toldCohort(cohort, { visits, arrivals: today - eventDays, yesterday: today - 1 }, minGroup));
}

/** The first day of which it is known who came: those before it are forgotten, or the network was not there yet. */
async function visitsSince(manager: EntityManager, today: number): Promise<number> {
  const [{ day }]: [{ day: Day | null }] = await manager.query('SELECT min(day)::text AS day FROM engagement_visit');
  return Math.max(today - eventDays, day === null ? today : dayNumber(day));
}
