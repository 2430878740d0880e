import { resolve } from 'node:path';
import { domains } from '../domains.ts';
import { besideServer } from '../import/beside-server.ts';
import { openDatabase } from '../start/database.ts';
import { runProgram } from './program.ts';
import { backUp } from './backup.ts';

const help = `npm run backup -- FILE

Writes the database, the files that people uploaded and the keys of the data folder to FILE (a .tar.gz), while Parvis runs, and reads it again
to see that it is whole. FILE is there when it is; it holds everything, sealed things and their keys: keep it where few people can read it.
The settings (environment) are not in it. Give it the environment that Parvis has.

Ends with 0 when FILE is whole, 1 when it could not be made.
`;

await runProgram({
  help,
  options: {},
  async run({ config, path, say }) {
    const database = await openDatabase(await besideServer(config), domains, say);
    try {
      const url = (database.dataSource.options as { url?: string }).url ?? '';
      const { tables, rows, files, bytes, gone } = await backUp({ config, databaseUrl: url, path, progress: say });
      if (gone > 0) say(`${gone} files were removed for good meanwhile.`);
      say(`${resolve(path)}: ${tables} tables, ${rows} rows, ${files} files, ${(bytes / 1e6).toFixed(1)} MB. It was read again and is whole.`);
    } finally {
      await database.close();
    }
  },
});
