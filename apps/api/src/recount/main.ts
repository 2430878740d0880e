import { recountCampaign, type BallotRecount } from '@parvis/ideas/server';
import { isId } from '@parvis/platform/server';
import { domains } from '../domains.ts';
import { besideServer } from '../import/beside-server.ts';
import { openDatabase } from '../start/database.ts';
import { readConfig } from '../start/settings.ts';
import { StartFault } from '../start/start-fault.ts';

const help = `npm run ideas:recount -- <campaign>

Counts the ballots of a campaign anew: reads them row by row, adds them up in another way than the pages do, prints the figures and compares.
<campaign> is what its address ends with. What is hidden until the vote has closed stays hidden here.

Ends with 0 when the pages say the same, 1 when they do not (each difference is told) or when nothing could be done.
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function printed({ kind, voters, rows, differences }: BallotRecount): string {
  const head = `${kind}: ${voters} ${voters === 1 ? 'voter' : 'voters'}`;
  if (!rows) return `${head}, results not told yet`;
  const lines = rows.map(({ rank, title, votes, figure }) => `${String(rank).padStart(6)}  ${String(figure === null ? '–' : Number(figure.toFixed(6))).padStart(12)}  ${String(votes).padStart(8)}  ${title}`);
  return [head, `  rank        figure     votes  idea`, ...lines, ...differences.map((line) => `DIFFERENT ${line}`), ''].join('\n');
}

async function recount(id: string | undefined): Promise<void> {
  if (!id || id === '--help' || id === '-h' || !isId(id)) {
    if (id === '--help' || id === '-h') return say(help);
    throw new StartFault(`Name a campaign by its UUID.\n\n${help}`);
  }
  const parsed = readConfig(process.env);
  if ('faults' in parsed) throw new StartFault(parsed.faults.join('\n'));
  const database = await openDatabase(await besideServer(parsed.config), domains, (text) => process.stderr.write(`${text}\n`));
  try {
    const found = await recountCampaign(database.dataSource, id);
    if (!found) throw new StartFault('There is no such campaign.');
    say(found.question);
    for (const ballot of found.ballots) say(printed(ballot));
    const differences = found.ballots.reduce((sum, ballot) => sum + ballot.differences.length, 0);
    say(differences === 0 ? 'The pages say the same.' : `The pages differ in ${differences} places.`);
    process.exitCode = differences === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

try {
  await recount(process.argv[2]);
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
