import type pg from 'pg';
import { DataSource } from 'typeorm';
import { webOperation } from '../../libs/identity/server/src/testing/web-operations.ts';
import type { Bench, BenchClass } from './bench.ts';
import type { Ask } from './measure.ts';
import { serverPart } from './world.ts';

const dayMs = 86_400_000;
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const few = 12;

/** What HR reads: a year, other periods each time, by department; and what a day costs to roll up, after little history and after much. */
export const engagementBench: Bench = {
  name: 'engagement',
  async classes(client: pg.Client, databaseUrl: string): Promise<BenchClass[]> {
    await rolledUp(databaseUrl);
    const page = webOperation('Engagement');
    const last = Date.now() - dayMs;
    const asked = (ends: number, days: number, filter: object): Ask => {
      const [first, before] = [ends - (days - 1) * dayMs, ends - days * dayMs];
      const periods = { from: dayOf(first), to: dayOf(ends), comparedFrom: dayOf(before - (days - 1) * dayMs), comparedTo: dayOf(before), yearFrom: dayOf(ends - 364 * dayMs) };
      return { query: page, variables: { ...periods, department: null, location: null, level: null, seniority: null, ...filter } };
    };
    const one = (from: number, to: number, filter: object = {}): Ask => ({ query: figures, variables: { from: dayOf(from), to: dayOf(to), department: null, ...filter } });
    const departments = await departmentsOf(client);
    const each = (make: (i: number) => Ask): Ask[] => Array.from({ length: few }, (_, i) => make(i));
    return [
      { name: 'page, a quarter', role: 'hr', asks: [asked(last, 90, {})] },
      { name: 'page, a year', role: 'hr', asks: [asked(last, 365, {})] },
      { name: 'page, a year of a department', role: 'hr', asks: departments.map((department) => asked(last, 365, { department })) },
      { name: 'a year, other days each time', role: 'hr', asks: each((i) => one(last - (364 + i) * dayMs, last - i * dayMs)) },
      { name: 'a year of a department', role: 'hr', asks: departments.map((department) => one(last - 364 * dayMs, last, { department })) },
    ];
  },

  /** The last working day of each third month, made anew: what it costs for each thousand of its events, after ever more history. */
  async notes(client: pg.Client, databaseUrl: string): Promise<string[]> {
    const { rows } = await client.query<{ day: string; events: number }>(
      `SELECT day::text, events::int FROM (
         SELECT (at AT TIME ZONE 'UTC')::date AS day, count(*) AS events FROM engagement_event WHERE at < now() - interval '1 day' GROUP BY 1
       ) counted WHERE extract(isodow FROM day) = 3 ORDER BY day`,
    );
    const chosen = rows.filter((_, i) => i % Math.max(Math.floor(rows.length / 5), 1) === 0);
    const lines: string[] = [];
    for (const { day, events } of chosen) {
      await client.query(`INSERT INTO engagement_pending (day, actor_id) VALUES ($1, '00000000-0000-0000-0000-000000000000')`, [day]);
      const since = performance.now();
      await rolledUp(databaseUrl);
      const ms = performance.now() - since;
      lines.push(`roll-up of ${day}: ${events} events, ${Math.round(ms)} ms, ${Math.round((ms / events) * 1_000)} ms for each thousand`);
    }
    return lines;
  },
};

const figures = `query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) {
  people adoption { share weeklyActive monthlyActive } participation { share regular topTenth gini } crossing { ties eiIndex eiExpected modularity } answers { asked answered medianMinutes } rhythm { outsideShare }
} }`;

/** Until nothing waits any more: the first time, a year of days. */
async function rolledUp(databaseUrl: string): Promise<void> {
  const { rollUp } = await serverPart<typeof import('@parvis/engagement/server')>('engagement');
  const dataSource = await new DataSource({ type: 'postgres', url: databaseUrl, extra: { max: 1 } }).initialize();
  await rollUp(dataSource).finally(() => dataSource.destroy());
}

async function departmentsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ department: string }>(`SELECT department FROM person WHERE department IS NOT NULL GROUP BY 1 HAVING count(*) >= 40 ORDER BY md5(department) LIMIT ${few}`);
  return rows.map(({ department }) => department);
}
