/** SQL: the moment at which a day begins, whatever the time zone of the session. */
export const startOf = (day: string): string => `((${day})::timestamp AT TIME ZONE 'UTC')`;

/** SQL: the day of a moment. */
export const dayOfMoment = (moment: string): string => `(${moment} AT TIME ZONE 'UTC')::date`;

/** SQL condition: an event (`event`) is of one of the chosen days; $1: those days. */
export const chosenEvents = `unnest($1::date[]) AS chosen (day) JOIN engagement_event event ON event.at >= ${startOf('chosen.day')} AND event.at < ${startOf('chosen.day + 1')}`;

/** SQL condition: somebody is in the directory on a day, hired and not gone, and not on a long leave. */
export const countsOn = (person: string, day: string): string => `EXISTS (
  SELECT 1 FROM engagement_employment employed WHERE employed.person_id = ${person} AND coalesce(employed.first_day <= ${day}, true) AND coalesce(employed.last_day >= ${day}, true)
  AND NOT EXISTS (SELECT 1 FROM engagement_leave leave WHERE leave.person_id = employed.person_id AND ${day} BETWEEN leave.from_day AND leave.until_day))`;
