import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { finished, pipeline } from 'node:stream/promises';
import { storageOf } from '@parvis/media/server';
import { dataSourceOf, migrate, type Config, type Domain } from '@parvis/platform/server';
import { Client, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartFault } from '../start/start-fault.ts';
import { entriesOf, verifyArchive } from './archive.ts';
import { databaseName, headName, type BackupDatabase, type BackupHead } from './backup.ts';
import { listed, migrationsOf, quoted, sameReading, summed, tablesOf, type SavedTable } from './tables.ts';

export interface RestoreReport {
  at: string;
  tables: number;
  rows: number;
  files: number;
}

/**
 * Puts an archive into a database that has nobody yet, or, asked to `replace`, in the place of what is there: rows all or none. `ownerUrl` is the account that
 * owns the tables. The archive is read through and compared with its sums before anything changes. Throws StartFault.
 */
export async function restore({ config, domains, ownerUrl, path, replace, progress }: { config: Config; domains: readonly Domain[]; ownerUrl: string; path: string; replace: boolean; progress: (line: string) => void }): Promise<RestoreReport> {
  const { head, database } = await contentsOf(path);
  progress(`The backup of ${head.at} is whole.`);
  await prepare(ownerUrl, domains, head);
  const client = new Client({ connectionString: ownerUrl, options: '-c statement_timeout=0' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(sameReading);
    await requireFree(client, replace);
    await requireSameMigrations(client, head);
    await loadRows(client, path, head, database);
    await compare(client, database.tables);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  const rows = database.tables.reduce((sum, table) => sum + table.rows, 0);
  progress(`${database.tables.length} tables, ${rows} rows: what was saved.`);
  const files = await putFiles(path, config);
  // What this version added since the backup was made.
  await withMigrations(ownerUrl, domains);
  return { at: head.at, tables: database.tables.length, rows, files };
}

async function contentsOf(path: string): Promise<{ head: BackupHead; database: BackupDatabase }> {
  const kept = await verifyArchive(path, [headName, databaseName]);
  const read = <T>(name: string): T => {
    const bytes = kept.get(name);
    if (!bytes) throw new StartFault(`${path} is no backup of Parvis: it has no ${name}.`);
    return JSON.parse(bytes.toString()) as T;
  };
  const head = read<BackupHead>(headName);
  if (head.format !== 1) throw new StartFault(`${path} was made by a newer version of Parvis: restore it with that one.`);
  return { head, database: read<BackupDatabase>(databaseName) };
}

/** Brings an empty database to what it was when the backup was made. */
async function prepare(ownerUrl: string, domains: readonly Domain[], head: BackupHead): Promise<void> {
  const known = new Set(domains.flatMap(({ migrations }) => migrations).map((migration) => migration.name));
  const strange = head.migrations.filter((name) => !known.has(name));
  if (strange.length > 0) throw new StartFault(`The backup was made by a newer version of Parvis (it knows ${strange[0]}): restore it with that one.`);
  const saved = new Set(head.migrations);
  await withMigrations(
    ownerUrl,
    domains.map((domain) => ({ ...domain, migrations: domain.migrations.filter((migration) => saved.has(migration.name)) })),
  );
}

async function withMigrations(ownerUrl: string, domains: readonly Domain[]): Promise<void> {
  const dataSource = await dataSourceOf(domains, ownerUrl, { poolSize: 2 }).initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function requireFree(client: Client, replace: boolean): Promise<void> {
  const { rows } = await client.query<{ people: boolean; running: boolean }>(`SELECT EXISTS (SELECT 1 FROM person) AS people, EXISTS (SELECT 1 FROM server_process WHERE seen_at > now() - interval '1 minute') AS running`);
  if (rows[0]?.running) throw new StartFault('Parvis runs on this database, or did a minute ago: stop every process of it first.');
  if (rows[0]?.people && !replace) throw new StartFault('There are people in this database. Name an empty one, or add --replace: all that is in it is then replaced by what the backup holds.');
}

async function requireSameMigrations(client: Client, head: BackupHead): Promise<void> {
  const newer = (await migrationsOf(client)).filter((name) => !head.migrations.includes(name));
  if (newer.length > 0) throw new StartFault('This database is newer than the backup: name an empty one. It is brought to this version after the backup is in.');
}

async function loadRows(client: Client, path: string, head: BackupHead, { tables, sequences }: BackupDatabase): Promise<void> {
  const present = new Map((await tablesOf(client)).map((table) => [`${table.schema}.${table.name}`, table]));
  const lacking = tables.filter(({ schema, name, columns }) => columns.some((column) => !present.get(`${schema}.${name}`)?.columns.includes(column)));
  if (lacking.length > 0) throw new StartFault(`The backup has a table that this version cannot make: ${lacking.map(({ schema, name }) => `${schema}.${name}`).join(', ')}.`);
  const all = [...present.values()].map(({ schema, name }) => quoted(schema, name));
  const foreignKeys = await foreignKeysOf(client);
  for (const { table, name } of foreignKeys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${escapeIdentifier(name)}`);
  // Rows come as they were: what triggers add to them, they have; and the one that keeps the audit log from being emptied is of the log that goes.
  for (const table of all) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${all.join(', ')}`);
  for (const { schema, name, parent, bound } of head.partitions) await client.query(`CREATE TABLE IF NOT EXISTS ${quoted(schema, name)} PARTITION OF ${quoted(schema, parent)} ${bound}`);
  await copyAll(client, path, tables);
  for (const { schema, name, value, isCalled } of sequences) await client.query('SELECT setval($1::regclass, $2, $3)', [quoted(schema, name), value, isCalled]);
  for (const table of all) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of foreignKeys) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${escapeIdentifier(name)} ${definition}`);
}

async function foreignKeysOf(client: Client): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace IN ('public'::regnamespace, 'pgboss'::regnamespace) ORDER BY 1, 2`);
  return rows;
}

/** The parts of a table follow each other, and go into one COPY. */
async function copyAll(client: Client, path: string, tables: readonly SavedTable[]): Promise<void> {
  const saved = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]));
  const open: { name?: string; copy?: TableCopy } = {};
  for await (const { name, stream } of entriesOf(path)) {
    const [, tableName] = /^database\/([^/]+)\/\d+$/.exec(name) ?? [];
    if (!tableName) continue;
    if (open.name !== tableName) {
      await open.copy?.end();
      const table = saved.get(tableName);
      if (!table) throw new StartFault(`The backup has rows of ${tableName} and does not say what they are.`);
      Object.assign(open, { name: tableName, copy: new TableCopy(client, table) });
    }
    await open.copy?.add(stream);
  }
  await open.copy?.end();
}

class TableCopy {
  private readonly stream: Writable;
  private readonly done: Promise<void>;

  constructor(client: Client, { schema, name, columns }: SavedTable) {
    this.stream = client.query(copyFrom(`COPY ${quoted(schema, name)} (${listed(columns)}) FROM STDIN`));
    this.done = finished(this.stream);
    // Looked at by whoever adds or ends.
    this.done.catch(() => undefined);
  }

  async add(bytes: AsyncIterable<Buffer>): Promise<void> {
    await Promise.race([pipeline(bytes, this.stream, { end: false }), this.done]);
  }

  async end(): Promise<void> {
    this.stream.end();
    await this.done;
  }
}

/** What PostgreSQL has now is what it had then, table by table. */
async function compare(client: Client, tables: readonly SavedTable[]): Promise<void> {
  for (const table of tables) {
    const { rows, sum } = await summed(client, table);
    if (rows !== table.rows || sum !== table.sum) throw new StartFault(`The table ${table.schema}.${table.name} is not what was saved (${table.rows} rows then, ${rows} now): nothing was changed.`);
  }
}

async function putFiles(path: string, config: Config): Promise<number> {
  const storage = await storageOf(process.env, config);
  const root = resolve(config.dataDir);
  let files = 0;
  for await (const { name, stream } of entriesOf(path)) {
    const [, folder, file] = /^files\/([0-9a-f]{32})\/([^/]+)$/.exec(name) ?? [];
    if (folder && file) {
      await storage.put(folder, file, await buffer(stream));
      files += 1;
    } else if (name.startsWith('data/')) {
      const target = resolve(root, name.slice('data/'.length));
      if (!target.startsWith(root + sep)) throw new StartFault(`The backup has a file that leads out of the data folder: ${name}.`);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await writeFile(target, await buffer(stream), { mode: 0o600, flush: true });
    }
  }
  return files;
}
