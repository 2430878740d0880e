import { rebuild } from '@parvis/engagement/server';
import { domains } from '../domains.ts';
import { besideServer } from '../import/beside-server.ts';
import { openDatabase } from '../start/database.ts';
import { readConfig } from '../start/settings.ts';
import { StartFault } from '../start/start-fault.ts';

const help = `npm run engagement:rebuild

Makes the figures of every day anew from the events that are kept (13 months), and compares with what they were. Days that are older stay as they are.
It may run beside the server.

Ends with 0 when they are the same, 1 when days differ (each is told; they are as their events say now) or when nothing could be done.
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(parameters: readonly string[]): Promise<void> {
  if (parameters.length > 0) {
    if (parameters.every((parameter) => parameter === '--help' || parameter === '-h')) return say(help);
    throw new StartFault(`It takes no parameters.\n\n${help}`);
  }
  const parsed = readConfig(process.env);
  if ('faults' in parsed) throw new StartFault(parsed.faults.join('\n'));
  const database = await openDatabase(await besideServer(parsed.config), domains, (text) => process.stderr.write(`${text}\n`));
  try {
    const { days, differing } = await rebuild(database.dataSource);
    for (const day of differing) say(`DIFFERENT ${day}`);
    say(`${days} ${days === 1 ? 'day' : 'days'} made anew: ${differing.length === 0 ? 'the figures are the same.' : `${differing.length} had other figures.`}`);
    process.exitCode = differing.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
