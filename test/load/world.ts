import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { demoPlan, type OrganisationPlan } from '../organisation/index.ts';
import { TableCopier } from './copy-in.ts';
import type { CampaignSizes } from './world-campaigns.ts';
import { columns, writeRows } from './world-rows.ts';
import { directoryStatements, engagementStatements, ideaStatements, searchStatements, tagStatements } from './world-triggered.ts';

/** A company to measure on, in a PostgreSQL of its own that runs until `stop`. */
export interface World {
  name: WorldName;
  dataDir: string;
  url: string;
  plan: OrganisationPlan;
  stop(): Promise<void>;
}

export type WorldName = keyof typeof sizes;

// Each post draws about 1.2 comments and 2.7 reactions. `tiny` is for trying the benches themselves.
export const sizes = {
  tiny: { people: 120, communities: 30, posts: 600, campaigns: 4, ideas: 60, votes: 1_200 },
  company: { people: 1_000, communities: 60, posts: 100_000, campaigns: 10, ideas: 5_000, votes: 100_000 },
  large: { people: 100_000, communities: 2_000, posts: 1_000_000, campaigns: 200, ideas: 5_000, votes: 100_000 },
};

// What the README advises for a PostgreSQL of one's own.
const memoryFor: Record<WorldName, string[]> = { tiny: [], company: [], large: ['shared_buffers=4GB'] };

/** Another number when the rows change: worlds made before are made anew. */
const form = 6;

const root = join(import.meta.dirname, '../..');

/** Where worlds are kept from one run to the next. */
export function worldsFolder(): string {
  const asked = process.env['PARVIS_BENCH_DIR'];
  if (asked) return asked;
  return process.getuid?.() === 0 ? join(tmpdir(), 'parvis-bench') : join(homedir(), '.cache', 'parvis-bench');
}

/** Starts the world of that name, made first when there is none; it is brought up to the newest migrations either way. Needs the built server. */
export async function openWorld(name: WorldName, folder = worldsFolder()): Promise<World> {
  const platform = await serverPart<typeof import('@parvis/platform/server')>('platform');
  const { domains } = await serverPart<{ domains: Parameters<typeof platform.dataSourceOf>[0] }>('domains');
  const dataDir = join(folder, name);
  const planFile = join(dataDir, 'plan.json');
  const plan = keptPlan(planFile, name);
  if (!plan) rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const server = await platform.startEmbeddedPostgres({ dataDir, progress: say, settings: ['max_wal_size=8GB', 'maintenance_work_mem=512MB', 'shared_preload_libraries=pg_stat_statements', ...memoryFor[name]] });
  try {
    const dataSource = await platform.dataSourceOf(domains, server.url, { poolSize: 2 }).initialize();
    await platform.migrate(dataSource).finally(() => dataSource.destroy());
    if (plan) return { name, dataDir, url: server.url, plan, stop: server.stop };
    const fresh = { ...demoPlan(new Date().toISOString()), ...sizes[name] };
    await fill(server.url, fresh);
    writeFileSync(planFile, JSON.stringify({ form, ...fresh }));
    return { name, dataDir, url: server.url, plan: fresh, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function keptPlan(file: string, name: WorldName): OrganisationPlan | null {
  if (!existsSync(file)) return null;
  const plan = JSON.parse(readFileSync(file, 'utf8')) as OrganisationPlan & { form: number };
  return plan.form === form && plan.posts === sizes[name].posts && plan.people === sizes[name].people ? plan : null;
}

/** A part of the server as it was built: the bench measures what runs in a company, not the sources. */
export const serverPart = <T>(name: string): Promise<T> => import(join(root, 'dist/server', `${name}.mjs`)) as Promise<T>;

const say = (line: string): void => console.error(line);

async function fill(url: string, plan: OrganisationPlan & CampaignSizes): Promise<void> {
  const since = Date.now();
  const platform = await serverPart<typeof import('@parvis/platform/server')>('platform');
  const conversations = await serverPart<typeof import('@parvis/conversations/server')>('conversations');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const step = async (what: string, statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await client.query(statement);
    say(`  ${what}: after ${Math.round((Date.now() - since) / 1000)} s`);
  };
  try {
    say(`Making a world of ${plan.people} people and ${plan.posts} posts (once; it is kept)…`);
    // Neither triggers nor foreign keys: the rows agree with each other, and what triggers would make is made below in one go.
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET jit = off`);
    const [ofRows, ofMade] = [await indexesOf(client, Object.keys(columns)), await indexesOf(client, madeTables)];
    await step('old indexes dropped', [...ofRows, ...ofMade].map(({ name }) => `DROP INDEX ${name}`));
    const parts = { idFrom: platform.idFrom, richTextOf: conversations.richTextOf, plainText: conversations.plainText, tagsOf: conversations.tagsOf } as never;
    const copier = new TableCopier(client, columns);
    await writeRows(plan, copier, parts, (records) => say(`  ${records} records`));
    say(`  ${JSON.stringify(copier.counts)}`);
    await step('managers linked', [`UPDATE person SET manager_id = boss.id FROM person boss WHERE boss.identifier = person.manager_identifier`]);
    // What is made from the rows looks them up.
    for (const { name, definition } of ofRows) await step(`index ${name}`, [definition]);
    await step('statistics of the rows', ['ANALYZE']);
    await step('directory', directoryStatements);
    await step('hashtags', tagStatements);
    await step('search', searchStatements);
    await step('ideas', ideaStatements);
    await step('indicators', engagementStatements);
    for (const { name, definition } of ofMade) await step(`index ${name}`, [definition]);
    await step('statistics', ['VACUUM ANALYZE']);
  } finally {
    await client.end();
  }
}

/** Filled from the others. */
const madeTables = ['post_tag', 'search_document', 'idea_term', 'directory_entry', 'directory_word'];

/** The indexes that no constraint needs: quicker made once a table is full. */
async function indexesOf(client: pg.Client, tables: readonly string[]): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid::regclass::text = ANY($1) AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)`,
    [tables],
  );
  return rows;
}
