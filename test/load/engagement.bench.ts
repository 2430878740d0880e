import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { reportMonths, reportPeriods } from '../../libs/engagement/web/src/report/report-month.ts';
import { webOperation } from '../../libs/identity/server/src/testing/web-operations.ts';
import type { Bench, BenchClass } from './bench.ts';
import { cpuMsOf } from './cpu.ts';
import type { Ask } from './measure.ts';
import { serverPart } from './world.ts';

const dayMs = 86_400_000;
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const few = 12;
/** More periods than the server keeps in mind: each is asked for as if for the first time. */
const many = 60;

/** What HR reads: a year, other periods each time, by department; and what a day costs to roll up, after little history and after much. */
export const engagementBench: Bench = {
  name: 'engagement',
  async classes(client: pg.Client, databaseUrl: string): Promise<BenchClass[]> {
    await rolledUp(databaseUrl);
    const last = Date.now() - dayMs;
    const departments = await departmentsOf(client);
    const one = (from: number, to: number, filter: object = {}): Ask => ({ query: figures, variables: { from: dayOf(from), to: dayOf(to), department: null, ...filter } });
    const each = (make: (i: number) => Ask, number = few): Ask[] => Array.from({ length: number }, (_, i) => make(i));
    const year = (i: number) => ({ ends: last - i * dayMs, days: 365 - i });
    const otherYears = (name: string, ask: (periods: Periods) => Ask): BenchClass => ({ name: `${name}, a year, other days each time`, role: 'hr', asks: each((i) => ask(periodsOf(year(i))), many) });
    const page = (periods: Periods, filter: object = {}): Ask => ({ query: webOperation('Engagement'), variables: { ...periods, department: null, location: null, level: null, seniority: null, ...filter } });
    const part = (selection: string) => ({ from, to }: Periods): Ask => ({ query: `query ($from: Date!, $to: Date!) { engagement(from: $from, to: $to) { ${selection} } }`, variables: { from, to } });
    return [
      { name: 'page, a quarter', role: 'hr', asks: [page(periodsOf({ ends: last, days: 90 }))] },
      { name: 'page, a year', role: 'hr', asks: [page(periodsOf({ ends: last, days: 365 }))] },
      { name: 'page, a year of a department', role: 'hr', asks: departments.map((department) => page(periodsOf({ ends: last, days: 365 }), { department })) },
      otherYears('page', page),
      otherYears('communities', ({ from, to, comparedFrom, comparedTo }) => ({ query: webOperation('EngagementCommunities'), variables: { from, to, comparedFrom, comparedTo } })),
      otherYears('arrivals', ({ from, to }) => ({ query: webOperation('EngagementArrivals'), variables: { from, to } })),
      { name: 'a year, other days each time', role: 'hr', asks: each((i) => one(last - (364 + i) * dayMs, last - i * dayMs), many) },
      { name: 'a year of a department', role: 'hr', asks: departments.map((department) => one(last - 364 * dayMs, last, { department })) },
      otherYears('twelve months', ({ yearFrom, to }) => ({ query: monthsQuery, variables: { from: yearFrom, to } })),
      ...Object.entries(parts).map(([name, selection]) => otherYears(name, part(selection))),
      { name: 'report of a month', role: 'hr', asks: each((i) => ({ query: webOperation('EngagementReport'), variables: { ...reportPeriods(reportMonths(new Date())[i] as string) } })) },
      { name: 'own figures', asks: [{ query: webOperation('OwnFigures'), variables: { timeZone: 'Europe/Paris' } }] },
      { name: 'week of a team', people: await managersOf(client), asks: [{ query: webOperation('TeamWeek'), variables: { startsOn: null, timeZone: 'Europe/Paris' } }] },
    ];
  },

  /**
   * A Wednesday of every ten weeks, made anew, after ever more history: what it costs for each thousand of its events, in time, which depends on what else the machine does, and in what does not, the
   * processor's time and the pages that the database looked at. Each is made once before it is measured, so that the database has its pages in memory.
   */
  async notes(client: pg.Client, databaseUrl: string): Promise<string[]> {
    const { rows } = await client.query<{ day: string; events: number }>(
      `SELECT day::text, events::int FROM (
         SELECT (at AT TIME ZONE 'UTC')::date AS day, count(*) AS events FROM engagement_event WHERE at < now() - interval '1 day' GROUP BY 1
       ) counted WHERE extract(isodow FROM day) = 3 ORDER BY day`,
    );
    const chosen = rows.filter((_, i) => i % Math.max(Math.floor(rows.length / 5), 1) === 0);
    const [{ database }] = (await client.query<{ database: number }>(`SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS database`)).rows as [{ database: number }];
    const usedMs = (): number => {
      const own = process.cpuUsage();
      return (own.user + own.system) / 1_000 + (cpuMsOf(database) ?? Number.NaN);
    };
    const lines: string[] = [];
    for (const { day, events } of chosen) {
      const again = async (): Promise<void> => {
        await client.query(`INSERT INTO engagement_pending (day, actor_id) VALUES ($1, '00000000-0000-0000-0000-000000000000')`, [day]);
        await rolledUp(databaseUrl);
      };
      await again();
      const [pages, used, since] = [await pagesOf(client), usedMs(), performance.now()];
      await again();
      const [ms, cpuMs] = [performance.now() - since, usedMs() - used];
      const perThousand = (amount: number): number => Math.round((amount / events) * 1_000);
      lines.push(`roll-up of ${day}: ${events} events, ${Math.round(ms)} ms; for each thousand ${perThousand(ms)} ms, ${perThousand(cpuMs)} ms of the processor, ${perThousand((await pagesOf(client)) - pages)} pages`);
    }
    return lines;
  },
};

const parts = {
  'people alone': 'people leftOut departments locations levels',
  adoption: 'adoption { share weeklyActive monthlyActive }',
  participation: 'participation { share regular topTenth gini }',
  crossing: 'crossing { ties eiIndex eiExpected modularity reciprocity }',
  'crossing with its matrix': 'crossing { ties matrix { departments ties } }',
  answers: 'answers { asked answered accepted medianMinutes ninetiethMinutes }',
  ideas: 'ideas { submitted answered medianAnswerDays authors departments { department authors } }',
  rhythm: 'rhythm { hours outsideShare }',
  example: 'example { executives contributors replyShare }',
  annotations: 'annotations { at label }',
};

const monthsQuery = `query ($from: Date!, $to: Date!) { engagementMonths(from: $from, to: $to) {
  people adoption { share weeklyActive monthlyActive } participation { share regular topTenth gini } crossing { ties eiIndex eiExpected modularity reciprocity } answers { asked answered medianMinutes }
} }`;

const figures = `query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) {
  people adoption { share weeklyActive monthlyActive } participation { share regular topTenth gini } crossing { ties eiIndex eiExpected modularity } answers { asked answered medianMinutes } rhythm { outsideShare }
} }`;

/** Until nothing waits any more: the first time, a year of days. */
async function rolledUp(databaseUrl: string): Promise<void> {
  const { rollUp } = await serverPart<typeof import('@parvis/engagement/server')>('engagement');
  const { dataSourceOf } = await serverPart<typeof import('@parvis/platform/server')>('platform');
  // Connected as a server is: PostgreSQL compiles statements otherwise, which takes longer than they do.
  const dataSource = await dataSourceOf([], databaseUrl, { poolSize: 1 }).initialize();
  await rollUp(dataSource).finally(() => dataSource.destroy());
}

/** How many pages the database has looked at so far, in memory or not. */
async function pagesOf(client: pg.Client): Promise<number> {
  // A connection tells of what it did when it ends, or a second later.
  await sleep(1_200);
  const { rows } = await client.query<{ pages: number }>(`SELECT (blks_read + blks_hit)::float8 AS pages FROM pg_stat_database WHERE datname = current_database()`);
  return rows[0]?.pages ?? Number.NaN;
}

interface Periods {
  from: string;
  to: string;
  comparedFrom: string;
  comparedTo: string;
  yearFrom: string;
}

/** As the page asks: a period, the one before it, and from the first of the month on, eleven months ago. */
function periodsOf({ ends, days }: { ends: number; days: number }): Periods {
  const [first, before, end] = [ends - (days - 1) * dayMs, ends - days * dayMs, new Date(ends)];
  return { from: dayOf(first), to: dayOf(ends), comparedFrom: dayOf(before - (days - 1) * dayMs), comparedTo: dayOf(before), yearFrom: dayOf(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - 11, 1)) };
}

/** Whose team is large enough to have a week. */
async function managersOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`SELECT manager_id AS id FROM person WHERE manager_id IS NOT NULL AND deactivated_at IS NULL GROUP BY 1 HAVING count(*) >= 3 ORDER BY md5(manager_id::text) LIMIT ${many}`);
  return rows.map(({ id }) => id);
}

async function departmentsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ department: string }>(`SELECT department FROM person WHERE department IS NOT NULL GROUP BY 1 HAVING count(*) >= 40 ORDER BY md5(department) LIMIT ${few}`);
  return rows.map(({ department }) => department);
}
