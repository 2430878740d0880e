import type { EntityManager } from 'typeorm';
import { type Level, sinceNumber, type Standing } from './standing.ts';

interface CourseRow {
  id: string;
  since: string[];
  departments: (string | null)[];
  locations: (string | null)[];
  levels: Level[];
}

/** $1: whose; null: everybody's. */
const coursesSql = `
  SELECT person_id AS id, array_agg(since::text ORDER BY since) AS since, array_agg(department ORDER BY since) AS departments,
    array_agg(location ORDER BY since) AS locations, array_agg(level ORDER BY since) AS levels
  FROM engagement_standing WHERE $1::uuid[] IS NULL OR person_id = ANY ($1) GROUP BY person_id`;

/** Where people stood over time, oldest first, by their ids; everybody, unless some are named. */
export async function coursesOf(manager: EntityManager, ids: readonly string[] | null = null): Promise<Map<string, Standing[]>> {
  const rows: CourseRow[] = await manager.query(coursesSql, [ids]);
  return new Map(rows.map((row) => [row.id, row.since.map((since, i) => standingAt(row, since, i))]));
}

const standingAt = (row: CourseRow, since: string, i: number): Standing => ({
  since: sinceNumber(since),
  department: row.departments[i] ?? null,
  location: row.locations[i] ?? null,
  level: row.levels[i] as Level,
});
