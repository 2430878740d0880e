/** SQL: where somebody stood on a day, as a table of one row; the first of their standings holds for all time before it. */
export const stoodOn = (person: string, day: string): string => `(
  SELECT department, location, level, engagement_seniority((SELECT hired_on FROM engagement_employment WHERE engagement_employment.person_id = ${person}), ${day}) AS seniority
  FROM engagement_standing WHERE person_id = ${person} AND since <= ${day} ORDER BY since DESC LIMIT 1
)`;
