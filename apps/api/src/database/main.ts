import { domains } from '../domains.ts';
import { migrateAsOwner } from '../start/schema.ts';
import { readConfig } from '../start/settings.ts';
import { StartFault } from '../start/start-fault.ts';

const help = `npm run database:migrate

Brings the database to this version as the account that owns the tables (DATABASE_OWNER_URL), and lets the account that Parvis runs as
(the user of DATABASE_URL) read and write rows, and no more. Run it before the first start and before each upgrade's, or give the server
DATABASE_OWNER_URL too: it then does this by itself at each start.

Ends with 0 when the database is ready, 1 when nothing could be done.
`;

async function main(parameters: readonly string[]): Promise<void> {
  if (parameters.some((parameter) => parameter === '--help' || parameter === '-h')) return void process.stdout.write(help);
  // What production asks of a server (an identity provider) is no business of this.
  const parsed = readConfig(process.env, { NODE_ENV: 'development' });
  if ('faults' in parsed) throw new StartFault(parsed.faults.join('\n'));
  await migrateAsOwner(parsed.config, domains, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write('The database is ready.\n');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
