import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { percentile, send } from '../measure.ts';
import { signInAs, startServer } from '../server.ts';
import { serverPart } from '../world.ts';
import { candidateModel, documentModel, popularity, type Ranker } from './baselines.ts';
import { figuresOf, meanRatio, reciprocalRank, type Judged } from './metrics.ts';
import { expertsFound, expertsPage } from './operations.ts';
import { readNetwork, readQueries, type ExpertQuery } from './network.ts';

const help = `npm run bench:experts -- --people people.csv --history network.jsonl --queries queries.jsonl [--as-of question|now] [--limit N]

Imports a network into a fresh database, asks each query through the GraphQL field that the pages use, as whoever asked it, and compares with three baselines.
The last line is one JSON object. --as-of question (the default): as things stood when each was asked, for the baselines too; now: with all that is known today.
`;

/** How far rankings are compared. */
const depth = 100;
const firstOfPage = 10;
interface Request {
  people: string;
  history: string;
  queries: string;
  asOf: 'question' | 'now';
  limit: number;
}

async function main({ people, history, queries: file, asOf, limit }: Request): Promise<void> {
  const queries = (await readQueries(file)).slice(0, limit);
  const folder = mkdtempSync(join(tmpdir(), 'parvis-bench-experts-'));
  // The account of PostgreSQL must be able to enter it, also when root runs this.
  chmodSync(folder, 0o755);
  const platform = await serverPart<typeof import('@parvis/platform/server')>('platform');
  const database = await platform.startEmbeddedPostgres({ dataDir: folder, progress: say, settings: ['fsync=off'] });
  try {
    await bringIn(database.url, { people, history });
    const found = await ask(database.url, queries, asOf);
    const documents = await readNetwork(history);
    const contributors = new Set(documents.flatMap((document) => document.people.map(({ person }) => person)));
    const rankedBy = (ranker: Ranker): Judged[] =>
      queries.map((query) => ({ ranking: ranker(query, asOf === 'question' ? query.createdAt : null).slice(0, depth), relevant: query.relevant }));
    const judged = { experts: found.judged, documentModel: rankedBy(documentModel(documents)), candidateModel: rankedBy(candidateModel(documents)), popularity: rankedBy(popularity(documents)) };
    const figures = Object.fromEntries(Object.entries(judged).map(([name, of]) => [name, figuresOf(of, contributors)]));
    const mrrRatio = meanRatio(judged.experts.map(reciprocalRank), judged.documentModel.map(reciprocalRank));
    say(`${queries.length} queries, ${documents.length} documents, ${contributors.size} contributors; ${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}`);
    for (const [name, of] of Object.entries(figures)) say(`${name.padEnd(15)} ${Object.entries(of).map(([figure, value]) => `${figure} ${value.toFixed(3)}`).join('  ')}`);
    say(`MRR ${mrrRatio.value} times that of the document model, 95 % interval ${mrrRatio.low} to ${mrrRatio.high}`);
    console.log(JSON.stringify({ queries: queries.length, asOf, ...figures, experts: { ...figures['experts'], ...found.latency }, mrrRatio }));
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bringIn(databaseUrl: string, files: { people: string; history: string }): Promise<void> {
  const platform = await serverPart<typeof import('@parvis/platform/server')>('platform');
  const { domains } = await serverPart<{ domains: Parameters<typeof platform.dataSourceOf>[0] }>('domains');
  const { runImport } = await serverPart<typeof import('../../../apps/api/src/import/import-run.ts')>('import-run');
  const { ImportProgress } = await serverPart<typeof import('../../../apps/api/src/import/import-progress.ts')>('import-progress');
  const dataSource = await platform.dataSourceOf(domains, databaseUrl).initialize();
  try {
    await platform.migrate(dataSource);
    const report = await runImport(dataSource, { ...files, dryRun: false }, { progress: new ImportProgress(process.stderr), stopping: new AbortController().signal });
    if (report.hasProblems) say('Some lines were left out, see above.');
    await dataSource.query('ANALYZE');
  } finally {
    await dataSource.destroy();
  }
}

/** Asks each query: once for who is found, once as the page does for how long it takes. */
async function ask(databaseUrl: string, queries: readonly ExpertQuery[], asOf: Request['asOf']): Promise<{ judged: Judged[]; latency: { p50Ms: number; p95Ms: number } }> {
  const server = await startServer(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    await client.connect();
    await wordsAreKnown(client);
    const { rows } = await client.query<{ id: string; identifier: string }>('SELECT id, identifier FROM person');
    const identifiers = new Map(rows.map(({ id, identifier }) => [id, identifier]));
    const ids = new Map(rows.map(({ id, identifier }) => [identifier, id]));
    const askers = queries.map(({ askedBy, relevant }) => (askedBy ? ids.get(askedBy) : undefined) ?? rows.find(({ identifier }) => !relevant.has(identifier))?.id ?? '');
    const cookies = new Map((await signInAs(client, [...new Set(askers)])).map(({ id, cookie }) => [id, cookie]));
    const judged: Judged[] = [];
    const timesMs: number[] = [];
    for (const [i, { text, tags, relevant, createdAt }] of queries.entries()) {
      const cookie = cookies.get(askers[i] ?? '') ?? '';
      const variables = { text: [...text].slice(0, 10_000).join(''), tags, asOf: asOf === 'question' ? createdAt : null };
      const { experts } = (await send(server.url, cookie, { query: expertsFound, variables: { ...variables, first: depth } })) as { experts: { person: { id: string } }[] };
      judged.push({ ranking: experts.map(({ person }) => identifiers.get(person.id) ?? ''), relevant });
      const since = performance.now();
      await send(server.url, cookie, { query: expertsPage, variables: { ...variables, first: firstOfPage } });
      timesMs.push(performance.now() - since);
    }
    const sorted = timesMs.toSorted((one, other) => one - other);
    const [p50Ms, p95Ms] = [0.5, 0.95].map((share) => Math.round(percentile(sorted, share) * 10) / 10) as [number, number];
    return { judged, latency: { p50Ms, p95Ms } };
  } finally {
    await client.end();
    await server.stop();
  }
}

/** The server reads what is new in the words of the company when it starts; that takes a moment after a whole import. */
async function wordsAreKnown(client: pg.Client): Promise<void> {
  const waiting = async (): Promise<boolean> => (await client.query('SELECT 1 FROM search_unread LIMIT 1')).rows.length > 0;
  while (await waiting()) await new Promise((later) => setTimeout(later, 200));
}

function requestOf(words: string[]): Request {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: words, options: { people: text, history: text, queries: text, 'as-of': { ...text, default: 'question' }, limit: text } });
  const asOf = values['as-of'];
  if (!values.people || !values.history || !values.queries || (asOf !== 'question' && asOf !== 'now')) throw new Error(help);
  // npm runs us in the project's folder; files are meant from where the person stands.
  const path = (file: string): string => resolve(process.env['INIT_CWD'] ?? '.', file);
  return { people: path(values.people), history: path(values.history), queries: path(values.queries), asOf, limit: values.limit ? Number(values.limit) : Infinity };
}

function say(line: string): void {
  console.error(line);
}

try {
  await main(requestOf(process.argv.slice(2)));
} catch (error) {
  say((error as Error).message);
  process.exit(1);
}
