import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Config, migrate } from '@parvis/platform/server';
import { domains } from '../domains.ts';
import { openDatabase } from '../start/database.ts';
import { StartFault } from '../start/start-fault.ts';
import { besideServer } from './beside-server.ts';
import { ImportProgress } from './import-progress.ts';
import type { ImportReport } from './import-report.ts';
import { runImport, type ImportRequest } from './import-run.ts';

const help = `npm run import -- [--people hr.csv] [--history network.jsonl] [--dry-run]

Brings a company into Parvis. Running it again changes nothing that is in already.

  --people   the HR export: CSV with a header, UTF-8 or Windows-1252, comma or semicolon. Columns: identifier and surname (required), mail,
             givenName, title, department, managerIdentifier, skills (parted by |), location, hiredOn (YYYY-MM-DD).
  --history  the history of an earlier network, a JSON object a line: community, membership, follow, tag-follow, post, poll-vote, event-reply,
             reading, comment, vote, reaction, wiki-page. README.md and apps/api/src/import/README.md have examples.
  --dry-run  only reports: everything is tried in one transaction that is then taken back.

Ends with 0 when all went in, 2 when lines were left out (each is told with its number and reason), 1 when nothing could be done.
`;

/** Brings a company in from files: its people from HR, its history from an earlier network. */
async function main(): Promise<void> {
  const request = requestOf(process.argv.slice(2));
  if (request === 'help') return void process.stdout.write(help);
  const parsed = Config.parse(process.env);
  if ('faults' in parsed) throw new StartFault(parsed.faults.join('\n'));
  const progress = new ImportProgress(process.stderr);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
  const database = await openDatabase(await besideServer(parsed.config), domains, progress.say);
  try {
    await migrate(database.dataSource);
    const since = performance.now();
    const report = await runImport(database.dataSource, request, { progress, stopping: stopping.signal });
    process.stdout.write(summaryOf(report, request, performance.now() - since));
    process.exitCode = report.hasProblems ? 2 : 0;
  } finally {
    await database.close();
  }
}

function requestOf(words: string[]): ImportRequest | 'help' {
  const { values } = argumentsOf(words);
  if (values.help) return 'help';
  if (!values.people && !values.history) throw new StartFault(`Nothing to import: give --people, --history or both.\n\n${help}`);
  // npm runs us in the project's folder; files are meant from where the person stands.
  const path = (file: string | undefined): string | null => (file ? resolve(process.env['INIT_CWD'] ?? '.', file) : null);
  return { people: path(values.people), history: path(values.history), dryRun: values['dry-run'] ?? false };
}

function argumentsOf(words: string[]) {
  try {
    const options = { people: { type: 'string' }, history: { type: 'string' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: words, options });
  } catch (error) {
    throw new StartFault(`${(error as Error).message}\n\n${help}`);
  }
}

function summaryOf(report: ImportReport, { dryRun }: ImportRequest, tookMs: number): string {
  const seconds = tookMs / 1000;
  const rate = Math.round(report.lines / seconds).toLocaleString('en');
  // In kilobytes, says Node's documentation.
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    dryRun ? 'Dry run: nothing was kept. With a real one:' : 'Imported:',
    ...report.summary(),
    `${seconds.toFixed(1)} s, ${rate} lines a second, at most ${peakMegabytes} MB of memory.`,
    '',
  ].join('\n');
}

await main().catch((error: unknown) => {
  if (!(error instanceof StartFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
