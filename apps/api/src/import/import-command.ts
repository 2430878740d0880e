import { resolve } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { migrate } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';
import { domains } from '../domains.ts';
import { openDatabase } from '../start/database.ts';
import { readConfig } from '../start/settings.ts';
import { StartFault } from '../start/start-fault.ts';
import { besideServer } from './beside-server.ts';
import { ImportProgress } from './import-progress.ts';

/** What an import is told while it runs. */
export interface Told {
  progress: ImportProgress;
  stopping: AbortSignal;
}

/** What an import has to say at its end. */
export interface Outcome {
  /** Lines that tell what went in. */
  summary: (tookMs: number) => string[];
  /** Whether lines were left out. */
  hasProblems: boolean;
}

/** A command that brings something in from files. */
export interface ImportCommand<Request> {
  help: string;
  options: ParseArgsOptionsConfig;
  /** Throws StartFault when something is missing. */
  requestOf: (values: Record<string, string | boolean | undefined>) => Request;
  run: (dataSource: DataSource, request: Request, told: Told) => Promise<Outcome>;
}

/** Runs it with the words of the command line. Ends with 0 when all went in, 2 when lines were left out, 1 when nothing could be done. */
export async function runImportCommand<Request>(command: ImportCommand<Request>): Promise<void> {
  try {
    await execute(command);
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function execute<Request>({ help, options, requestOf, run }: ImportCommand<Request>): Promise<void> {
  const values = valuesOf(options, help);
  if (values['help']) return void process.stdout.write(help);
  const request = requestOf(values);
  const parsed = readConfig(process.env);
  if ('faults' in parsed) throw new StartFault(parsed.faults.join('\n'));
  const progress = new ImportProgress(process.stderr);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
  const database = await openDatabase(await besideServer(parsed.config), domains, progress.say);
  try {
    await migrate(database.dataSource);
    const since = performance.now();
    const { summary, hasProblems } = await run(database.dataSource, request, { progress, stopping: stopping.signal });
    process.stdout.write([...summary(performance.now() - since), ''].join('\n'));
    process.exitCode = hasProblems ? 2 : 0;
  } finally {
    await database.close();
  }
}

function valuesOf(options: ParseArgsOptionsConfig, help: string): Record<string, string | boolean | undefined> {
  try {
    const { values } = parseArgs({ args: process.argv.slice(2), options: { ...options, help: { type: 'boolean', short: 'h' } } });
    return values as Record<string, string | boolean | undefined>;
  } catch (error) {
    throw new StartFault(`${(error as Error).message}\n\n${help}`);
  }
}

/** npm runs us in the project's folder; files are meant from where the person stands. Null: not given. */
export const fileOf = (value: string | boolean | undefined): string | null => (typeof value === 'string' && value ? resolve(process.env['INIT_CWD'] ?? '.', value) : null);

/** In kilobytes, says Node's documentation. */
export const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
