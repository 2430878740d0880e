import type { EntityManager } from 'typeorm';
import { type Day, dayNumber } from '../period/day.ts';
import { type Level, seniorities, type Seniority, sinceNumber, type Standing } from './standing.ts';
import { Turn } from './turn.ts';

interface CourseRow {
  id: string;
  since: string[];
  departments: (string | null)[];
  locations: (string | null)[];
  levels: Level[];
  /** When they had been in the company for one, three and ten years; null: nobody knows when they were hired. */
  anniversaries: Day[] | null;
}

/** $1: whose; null: everybody's. */
const coursesSql = `
  SELECT person_id AS id, array_agg(since::text ORDER BY since) AS since, array_agg(department ORDER BY since) AS departments,
    array_agg(location ORDER BY since) AS locations, array_agg(level ORDER BY since) AS levels,
    (SELECT ARRAY[hired_on + interval '1 year', hired_on + interval '3 years', hired_on + interval '10 years']::date[]::text[]
     FROM engagement_employment employed WHERE employed.person_id = standing.person_id AND hired_on IS NOT NULL) AS anniversaries
  FROM engagement_standing standing WHERE $1::uuid[] IS NULL OR person_id = ANY ($1) GROUP BY person_id`;

/** Where people stood over time, oldest first, by their ids; everybody, unless some are named. Lets others work in between. */
export async function coursesOf(manager: EntityManager, ids: readonly string[] | null = null): Promise<Map<string, Standing[]>> {
  const rows: CourseRow[] = await manager.query(coursesSql, [ids]);
  const [courses, turn] = [new Map<string, Standing[]>(), new Turn()];
  for (const row of rows) {
    if (turn.isOver) await turn.pass();
    courses.set(row.id, courseOf(row));
  }
  return courses;
}

/** Somebody stands elsewhere from the day on which they have been in the company for longer. */
function courseOf(row: CourseRow): Standing[] {
  const told = row.since.map(sinceNumber);
  const anniversaries = row.anniversaries?.map(dayNumber) ?? null;
  const starts = anniversaries ? [...new Set([-Infinity, ...told, ...anniversaries])].sort((one, other) => one - other) : told;
  return starts.map((since) => {
    const at = Math.max(0, told.findLastIndex((start) => start <= since));
    const seniority = anniversaries && (seniorities[anniversaries.filter((day) => day <= since).length] as Seniority);
    return { since, department: row.departments[at] ?? null, location: row.locations[at] ?? null, level: row.levels[at] as Level, seniority };
  });
}
