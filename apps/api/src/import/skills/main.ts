import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Config, migrate } from '@parvis/platform/server';
import { domains } from '../../domains.ts';
import { openDatabase } from '../../start/database.ts';
import { StartFault } from '../../start/start-fault.ts';
import { besideServer } from '../beside-server.ts';
import { ImportProgress } from '../import-progress.ts';
import { importSkills, type SkillsReport, type SkillsRequest } from './import-skills.ts';

const help = `npm run skills:import -- --fr skills_fr.csv --en skills_en.csv [--broader broaderRelationsSkillPillar.csv] [--dry-run]

Brings the skills of an edition of ESCO in, the European classification (esco.ec.europa.eu, Download, CSV, the same edition in French and in English).
Running it again changes nothing. Skills that a newer edition has given up go, unless somebody has them: then they stay, and are suggested no more.

  --fr, --en  ESCO's files of skills: CSV in UTF-8. Columns: conceptUri and preferredLabel (required), altLabels, hiddenLabels (a synonym on each line), status.
  --broader   which skill is part of which other. Columns: conceptUri, broaderUri. Relations to groups of skills are passed over.
  --dry-run   only reports: everything is tried in one transaction that is then taken back.

Ends with 0 when all went in, 2 when lines were left out (each is told with its number and reason), 1 when nothing could be done.
`;

/** Brings an edition of the taxonomy of skills in from files. */
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
    const report = await importSkills(database.dataSource, request, { progress, stopping: stopping.signal });
    process.stdout.write(summaryOf(report, request, performance.now() - since));
    process.exitCode = report.bad > 0 ? 2 : 0;
  } finally {
    await database.close();
  }
}

function requestOf(words: string[]): SkillsRequest | 'help' {
  const { values } = argumentsOf(words);
  if (values.help) return 'help';
  if (!values.fr || !values.en) throw new StartFault(`Both languages are needed: give --fr and --en.\n\n${help}`);
  // npm runs us in the project's folder; files are meant from where the person stands.
  const path = (file: string): string => resolve(process.env['INIT_CWD'] ?? '.', file);
  return { fr: path(values.fr), en: path(values.en), broader: values.broader ? path(values.broader) : null, dryRun: values['dry-run'] ?? false };
}

function argumentsOf(words: string[]) {
  try {
    const options = { fr: { type: 'string' }, en: { type: 'string' }, broader: { type: 'string' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: words, options });
  } catch (error) {
    throw new StartFault(`${(error as Error).message}\n\n${help}`);
  }
}

function summaryOf(report: SkillsReport, { dryRun }: SkillsRequest, tookMs: number): string {
  const number = (value: number): string => value.toLocaleString('en').padStart(12);
  const unchanged = report.told - report.added - report.changed;
  const rows = { told: report.told, added: report.added, changed: report.changed, unchanged, retired: report.retired, removed: report.removed };
  // In kilobytes, says Node's documentation.
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    dryRun ? 'Dry run: nothing was kept. With a real one:' : 'Skills:',
    ...Object.entries(rows).map(([what, count]) => `  ${what.padEnd(12)}${number(count)}`),
    `  ${report.recognised.toLocaleString('en')} entries of profiles mean a skill of the taxonomy now.`,
    `${report.lines.toLocaleString('en')} lines, ${report.bad.toLocaleString('en')} of them bad, in ${(tookMs / 1000).toFixed(1)} s, at most ${peakMegabytes} MB of memory.`,
    '',
  ].join('\n');
}

await main().catch((error: unknown) => {
  if (!(error instanceof StartFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
