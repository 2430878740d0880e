import { runningEmbeddedPostgres } from '@parvis/platform/server';
import { domains } from '../domains.ts';
import { openDatabase } from '../start/database.ts';
import { bringUpToDate } from '../start/schema.ts';
import { StartFault } from '../start/start-fault.ts';
import { runProgram } from './program.ts';
import { restore } from './restore.ts';

const help = `npm run restore -- FILE [--replace]

Puts what npm run backup wrote into the database, the storage and the data folder that the environment names, and compares every table with
what was saved. Parvis must be stopped. FILE is read through before anything changes; rows come all or not at all.

--replace   the database has people in it: all that it holds is replaced

With two accounts of the database, DATABASE_OWNER_URL is needed too. Afterwards start Parvis and run npm run audit:verify.
Ends with 0 when everything is back, 1 when it is not.
`;

await runProgram({
  help,
  options: { replace: { type: 'boolean' } },
  async run({ config, path, values, say }) {
    if (!config.databaseUrl && (await runningEmbeddedPostgres(config.dataDir))) throw new StartFault('Parvis runs: stop it first.');
    const database = await openDatabase(config, domains, say);
    try {
      const ownerUrl = config.databaseOwnerUrl ?? (database.dataSource.options as { url?: string }).url ?? '';
      const { at, tables, rows, files } = await restore({ config, domains, ownerUrl, path, replace: values['replace'] === true, progress: say });
      await bringUpToDate(config, domains, database.dataSource, say);
      say(`Everything is as it was at ${at}: ${tables} tables, ${rows} rows, ${files} files.`);
    } finally {
      await database.close();
    }
  },
});
