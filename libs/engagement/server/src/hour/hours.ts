import { defaultWorkingTime } from '@parvis/people/server';
import type { EntityManager } from 'typeorm';
import type { Day } from '../period/day.ts';
import { chosenEvents, countsOn } from '../roll-up/day-sql.ts';

/** The working hours that acts are compared with, by the clock of whoever acts. */
const workingHours = { from: 8, until: 19 };

/** What somebody did on a day in one hour of their week. */
export interface HourOfActs {
  day: Day;
  personId: string;
  /** 0: Monday from midnight to one, 167: Sunday from eleven. */
  hour: number;
  acts: number;
  /** On a day on which they do not work, or outside the working hours. */
  isOutside: boolean;
}

// A comment that addresses several people is one act; what is written for somebody by a delegate is none at their hour.
export const hoursOn = (manager: EntityManager, days: readonly Day[]): Promise<HourOfActs[]> =>
  manager.query(
    `SELECT act.day::text, act.actor_id AS "personId", (weekday - 1) * 24 + hour AS hour, count(*)::int AS acts,
       weekday <> ALL (coalesce(own.working_days, former.working_days, $2::int[])) OR hour < ${workingHours.from} OR hour >= ${workingHours.until} AS "isOutside"
     FROM (SELECT DISTINCT chosen.day, event.actor_id, event.at, event.kind, event.subject_id FROM ${chosenEvents} WHERE event.kind <> 'mention' AND NOT event.is_delegated) act
     LEFT JOIN working_time own ON own.person_id = act.actor_id LEFT JOIN engagement_former former ON coalesce(former.was, former.person_id) = act.actor_id
     CROSS JOIN LATERAL (SELECT act.at AT TIME ZONE coalesce(own.time_zone, former.time_zone, $3) AS time) local
     CROSS JOIN LATERAL (SELECT extract(isodow FROM local.time)::int AS weekday, extract(hour FROM local.time)::int AS hour) clock
     WHERE ${countsOn('act.actor_id', 'act.day')} GROUP BY 1, 2, 3, 5`,
    [days, defaultWorkingTime.workingDays, defaultWorkingTime.timeZone],
  );
