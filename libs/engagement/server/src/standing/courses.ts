import type { EntityManager } from 'typeorm';
import { type Course, type Level, sinceNumber, type Standing } from './standing.ts';

interface CourseRow {
  id: string;
  hiredOn: string | null;
  since: string[];
  departments: (string | null)[];
  locations: (string | null)[];
  levels: Level[];
}

const coursesSql = `
  SELECT standing.person_id AS id, profile.hired_on::text AS "hiredOn",
    array_agg(standing.since::text ORDER BY standing.since) AS since, array_agg(standing.department ORDER BY standing.since) AS departments,
    array_agg(standing.location ORDER BY standing.since) AS locations, array_agg(standing.level ORDER BY standing.since) AS levels
  FROM engagement_standing standing LEFT JOIN profile ON profile.person_id = standing.person_id
  GROUP BY standing.person_id, profile.hired_on`;

/** Where everybody stood over time, by their ids. */
export async function coursesOf(manager: EntityManager): Promise<Map<string, Course>> {
  const rows: CourseRow[] = await manager.query(coursesSql);
  return new Map(rows.map((row) => [row.id, { hiredOn: row.hiredOn, standings: row.since.map((since, i) => standingAt(row, since, i)) }]));
}

const standingAt = (row: CourseRow, since: string, i: number): Standing => ({
  since: sinceNumber(since),
  department: row.departments[i] ?? null,
  location: row.locations[i] ?? null,
  level: row.levels[i] as Level,
});
