import { Progress } from './start/progress.ts';
import { runServer } from './start/server.ts';
import { readSettings } from './start/settings.ts';
import { StartFault } from './start/start-fault.ts';

/** Starts Parvis. What an administrator can put right is said in a line each, and the process ends with code 1. */
async function main(): Promise<void> {
  const progress = new Progress();
  const settings = readSettings(process.env);
  if ('faults' in settings) return fail(settings.faults);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
  try {
    await runServer(settings.config, progress, stopping.signal);
  } catch (error) {
    progress.end();
    if (!(error instanceof StartFault)) throw error;
    fail([error.message]);
  }
}

function fail(faults: string[]): void {
  for (const fault of faults) process.stderr.write(`Parvis cannot run: ${fault}\n`);
  process.exitCode = 1;
}

await main();
