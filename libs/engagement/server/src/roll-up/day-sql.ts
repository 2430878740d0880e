import { countsSince, countsUntil, isLongLeave } from '../standing/employment.ts';

/** SQL: the moment at which a day begins, whatever the time zone of the session. */
export const startOf = (day: string): string => `((${day})::timestamp AT TIME ZONE 'UTC')`;

/** SQL: the day of a moment. */
export const dayOfMoment = (moment: string): string => `(${moment} AT TIME ZONE 'UTC')::date`;

/** SQL condition: an event (`event`) is of one of the chosen days; $1: those days. */
export const chosenEvents = `unnest($1::date[]) AS chosen (day) JOIN engagement_event event ON event.at >= ${startOf('chosen.day')} AND event.at < ${startOf('chosen.day + 1')}`;

/** SQL condition: somebody is in the directory on a day, hired and not gone, and not on a long leave. */
export const countsOn = (person: string, day: string): string => `EXISTS (
  SELECT 1 FROM person LEFT JOIN profile ON profile.person_id = person.id WHERE person.id = ${person}
  AND coalesce(${countsSince} <= ${day}, true) AND coalesce(${countsUntil} >= ${day}, true)
  AND NOT EXISTS (SELECT 1 FROM absence WHERE absence.person_id = person.id AND ${isLongLeave} AND ${day} BETWEEN absence.from_day AND absence.until_day))`;
