import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { cpuMsOf } from './cpu.ts';
import { engagementBench } from './engagement.bench.ts';
import { expertsBench } from './experts.bench.ts';
import { feedBench } from './feed.bench.ts';
import { floorOf } from './floor.ts';
import { ideasBench } from './ideas.bench.ts';
import { type Ask, drive, type Figures, send } from './measure.ts';
import { searchBench } from './search.bench.ts';
import { signInAs, signInPeople, signInRole, startServer } from './server.ts';
import { openWorld, sizes, type WorldName } from './world.ts';

/** Requests of one sort, that are measured together. */
export interface BenchClass {
  name: string;
  /** Who asks, by role or by id; both left out: anybody. */
  role?: string;
  people?: readonly string[];
  asks: Ask[];
}

/** A page or a command to measure. What it asks is made from what the world holds. */
export interface Bench {
  name: string;
  classes(client: pg.Client, databaseUrl: string): Promise<BenchClass[]>;
  /** What else is worth knowing, measured after the classes. */
  notes?(client: pg.Client, databaseUrl: string): Promise<string[]>;
}

export interface ClassResult {
  bench: string;
  class: string;
  connections: Record<string, Figures>;
  floor: Figures;
  statementsPerRequest: number;
  /** What the server and the database use of the processor for one, on one connection: what it takes when nothing else runs. Null where the system does not tell. */
  cpuMs: number | null;
  /** Median of one connection over the median of the same statements by bare pg. */
  overFloor: number;
}

const benches: readonly Bench[] = [searchBench, feedBench, expertsBench, ideasBench, engagementBench];
const people = 60;
const recordedAsks = 20;

export async function runBenches({ world: name, only, seconds, folder, say }: { world: WorldName; only: string[]; seconds: number; folder?: string; say: (line: string) => void }): Promise<ClassResult[]> {
  const world = await openWorld(name, folder);
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  const results: ClassResult[] = [];
  try {
    const everyone = await signInPeople(client, people);
    const server = await startServer(world.url);
    const database = Number(readFileSync(join(world.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    const used = (): number | null => {
      const [ofServer, ofDatabase] = [cpuMsOf(server.pid), cpuMsOf(database)];
      return ofServer === null || ofDatabase === null ? null : ofServer + ofDatabase;
    };
    try {
      say(`world ${name}: ${JSON.stringify(sizes[name])}; ${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}`);
      say(['bench', 'class', 'connections', 'requests/s', 'p50', 'p95', 'p99 ms', 'statements', 'CPU ms', 'p50 of bare pg', 'ratio'].join(' | '));
      for (const bench of benches.filter(({ name: known }) => only.length === 0 || only.includes(known))) {
        for (const one of await bench.classes(client, world.url)) {
          const viewers = one.people ? await signInAs(client, one.people) : one.role ? await signInRole(client, one.role) : everyone;
          if (one.asks.length === 0 || viewers.length === 0) continue;
          // Counted on from the first to the last, so that a command is not the one of before.
          let asked = 0;
          const ask = async (): Promise<void> => {
            const number = asked++;
            await send(server.url, viewers[number % viewers.length]?.cookie ?? '', one.asks[number % one.asks.length] as Ask);
          };
          // Each request and each viewer once, so that what is measured does not depend on what was measured before.
          for (let i = 0; i < Math.max(one.asks.length, viewers.length); i += 1) await ask();
          const connections: Record<string, Figures> = {};
          const before = used();
          connections[1] = await drive({ seconds, connections: 1, ask });
          const after = used();
          const cpuMs = before === null || after === null ? null : Math.round(((after - before) / connections[1].requests) * 10) / 10;
          connections[8] = await drive({ seconds, connections: 8, ask });
          const { figures: floor, statementsPerRequest } = await floorOf({ databaseUrl: world.url, asks: one.asks.slice(0, recordedAsks), people: viewers });
          const overFloor = Math.round(((connections[1]?.p50Ms ?? 0) / floor.p50Ms) * 100) / 100;
          results.push({ bench: bench.name, class: one.name, connections, floor, statementsPerRequest, cpuMs, overFloor });
          for (const [number, figures] of Object.entries(connections)) {
            say([bench.name, one.name, number, figures.perSecond, figures.p50Ms, figures.p95Ms, figures.p99Ms, statementsPerRequest, cpuMs ?? '', floor.p50Ms, overFloor].join(' | '));
          }
        }
        for (const note of (await bench.notes?.(client, world.url)) ?? []) say(note);
      }
      say(`load average at the end ${loadavg()[0]?.toFixed(1)}`);
    } finally {
      await server.stop();
    }
  } finally {
    await client.end();
    await world.stop();
  }
  return results;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] }, world: { type: 'string', default: 'company' }, seconds: { type: 'string', default: '5' }, json: { type: 'string' } } });
  if (!Object.hasOwn(sizes, values.world)) {
    console.error(`There is no world « ${values.world} »: use ${Object.keys(sizes).join(', ')}.`);
    process.exit(1);
  }
  const results = await runBenches({ world: values.world as WorldName, only: values.only, seconds: Number(values.seconds), say: (line) => console.log(line) });
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), world: values.world, loadAverage: loadavg(), results }, null, 2)}\n`);
}
