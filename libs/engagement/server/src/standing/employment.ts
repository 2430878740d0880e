import type { EntityManager } from 'typeorm';
import { type Day, dayNumber } from '../period/day.ts';
import { Turn } from './turn.ts';

/** The days on which somebody is employed, counted from 1970, both included, and those of them on which they are on a long leave. */
export interface Employment {
  first: number;
  last: number;
  /** First and last day of each leave. */
  away: readonly (readonly [number, number])[];
}

interface EmploymentRow {
  id: string;
  /** Null: ever since. */
  first: Day | null;
  /** Null: until now. */
  last: Day | null;
  away: [Day, Day][];
}

const employmentsSql = `
  SELECT employed.person_id AS id, first_day::text AS first, last_day::text AS last,
    coalesce((SELECT jsonb_agg(jsonb_build_array(leave.from_day, leave.until_day)) FROM engagement_leave leave WHERE leave.person_id = employed.person_id), '[]') AS away
  FROM engagement_employment employed`;

/** When everybody is employed, by their ids; those who were erased too. Lets others work in between. */
export async function employmentsOf(manager: EntityManager): Promise<Map<string, Employment>> {
  const rows: EmploymentRow[] = await manager.query(employmentsSql);
  const [employments, turn] = [new Map<string, Employment>(), new Turn()];
  for (const { id, first, last, away } of rows) {
    if (turn.isOver) await turn.pass();
    employments.set(id, {
      first: first === null ? -Infinity : dayNumber(first),
      last: last === null ? Infinity : dayNumber(last),
      away: away.map(([from, until]) => [dayNumber(from), dayNumber(until)] as const),
    });
  }
  return employments;
}

/** The stretches of days in which somebody is there. */
export function stretchesOf({ first, last, away }: Employment): [number, number][] {
  let stretches: [number, number][] = [[first, last]];
  for (const [leaves, returns] of away) {
    stretches = stretches.flatMap(([start, end]): [number, number][] => (leaves > end || returns < start ? [[start, end]] : [[start, leaves - 1], [returns + 1, end]]));
  }
  return stretches.filter(([start, end]) => start <= end);
}
