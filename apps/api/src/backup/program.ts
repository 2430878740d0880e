import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '@parvis/platform/server';
import { readSettings } from '../start/settings.ts';
import { StartFault } from '../start/start-fault.ts';

interface Program {
  help: string;
  options: ParseArgsOptionsConfig;
  run(given: { config: Config; path: string; values: Record<string, unknown>; say: (line: string) => void }): Promise<void>;
}

/** A program of the command line that takes the name of one file. What stops it is said in a sentence, and ends with 1. */
export async function runProgram({ help, options, run }: Program): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  try {
    const { values, positionals } = parsed(help, options);
    if (values['help']) return say(help.trimEnd());
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new StartFault(help);
    // What production asks of a server (an identity provider) is no business of this.
    const settings = readSettings(process.env, { NODE_ENV: 'development' });
    if ('faults' in settings) throw new StartFault(settings.faults.join('\n'));
    await run({ config: settings.config, path, values, say });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // A disk that is full, a folder that is not there: the sentence says which.
    if (!(error instanceof StartFault) && !code) throw error;
    process.stderr.write(`${message.trimEnd()}\n`);
    process.exitCode = 1;
  }
}

function parsed(help: string, options: ParseArgsOptionsConfig): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args: process.argv.slice(2), allowPositionals: true, options: { ...options, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    throw new StartFault(`${(error as Error).message}\n\n${help}`);
  }
}
