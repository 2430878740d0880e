import type { DataSource } from 'typeorm';
import type { Day } from '../period/day.ts';
import { rollUp, rollUpAnew } from './roll-up.ts';

/** What came of making the days anew. */
export interface Rebuilt {
  /** How many were made. */
  days: number;
  /** Those before today that are not as they were. */
  differing: Day[];
}

const sumsSql = `
  SELECT day::text, md5(ties || visits || contributions || hours || questions || communities || ideas) || md5(examples::text) AS sum
  FROM engagement_day WHERE NOT is_closed AND day < (now() AT TIME ZONE 'UTC')::date ORDER BY day`;

/** Brings the days up to date, makes all whose events are kept anew from them, and compares. */
export async function rebuild(dataSource: DataSource): Promise<Rebuilt> {
  await rollUp(dataSource);
  const before = await sumsOf(dataSource);
  const days = await rollUpAnew(dataSource);
  const after = await sumsOf(dataSource);
  return { days, differing: [...after].filter(([day, sum]) => before.get(day) !== sum).map(([day]) => day) };
}

async function sumsOf(dataSource: DataSource): Promise<Map<Day, string>> {
  const rows: { day: Day; sum: string }[] = await dataSource.query(sumsSql);
  return new Map(rows.map(({ day, sum }) => [day, sum]));
}
