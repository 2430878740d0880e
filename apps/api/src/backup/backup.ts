import { createReadStream } from 'node:fs';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storageOf, storedFolders } from '@parvis/media/server';
import { backupMark, type Config } from '@parvis/platform/server';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ArchiveWriter, verifyArchive } from './archive.ts';
import { migrationsOf, partitionsOf, quoted, listed, sameReading, sequencesOf, summed, tablesOf, type SavedPartition, type SavedSequence, type SavedTable } from './tables.ts';

/** What an archive says of itself, in its first entry and, for what is known at the end only, in `database.json`. */
export interface BackupHead {
  format: 1;
  at: string;
  migrations: string[];
  partitions: SavedPartition[];
}
export interface BackupDatabase {
  tables: SavedTable[];
  sequences: SavedSequence[];
}

export const headName = 'parvis.json';
export const databaseName = 'database.json';
/** Keys, of the data folder: without them what they sealed or signed is lost. */
export const keptOfDataFolder = ['secrets.key', 'saml'];

const partBytes = 8 * 1024 * 1024;

export interface BackupReport {
  tables: number;
  rows: number;
  files: number;
  bytes: number;
  /** Files that were removed for good while the backup was made. */
  gone: number;
}

/**
 * Writes the database, the files and the keys to one archive while Parvis runs, and reads it again. The database as it is at one instant; files after it, so
 * that none is missing which a row of that instant names, but those whose rows went meanwhile.
 */
export async function backUp({ config, databaseUrl, path, progress }: { config: Config; databaseUrl: string; path: string; progress: (line: string) => void }): Promise<BackupReport> {
  const client = new Client({ connectionString: databaseUrl, options: '-c statement_timeout=0' });
  await client.connect();
  const archive = new ArchiveWriter(path);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(sameReading);
    const head: BackupHead = { format: 1, at: new Date().toISOString(), migrations: await migrationsOf(client), partitions: await partitionsOf(client) };
    await archive.add(headName, Buffer.from(JSON.stringify(head)));
    await addDataFolder(archive, config.dataDir);
    const tables: SavedTable[] = [];
    for (const table of await tablesOf(client)) {
      const saved = { ...table, ...(await summed(client, table)) };
      await addRows(client, archive, saved);
      tables.push(saved);
    }
    const database: BackupDatabase = { tables, sequences: await sequencesOf(client) };
    await archive.add(databaseName, Buffer.from(JSON.stringify(database)));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    progress(`${tables.length} tables, ${rows} rows.`);
    const folders = await storedFolders(client);
    await client.query('COMMIT');
    const { files, missing } = await addFiles(archive, config, folders);
    const lost = await stillNamed(client, missing);
    if (lost.length > 0) progress(`${lost.length} files that the database names are not in the storage, and were not before: ${lost.slice(0, 3).join(', ')}.`);
    await archive.end();
    await verifyArchive(path);
    await mark(config.dataDir);
    return { tables: tables.length, rows, files, bytes: (await stat(path)).size, gone: missing.length - lost.length };
  } catch (error) {
    await archive.abandon();
    throw error;
  } finally {
    await client.end();
  }
}

/** The rows as COPY’s text, some megabytes an entry: each ends with a line. */
async function addRows(client: Client, archive: ArchiveWriter, { schema, name, columns }: SavedTable): Promise<void> {
  const rows = client.query(copyTo(`COPY (SELECT ${listed(columns)} FROM ${quoted(schema, name)}) TO STDOUT`));
  let chunks: Buffer[] = [];
  let [size, part] = [0, 0];
  const flush = async (): Promise<void> => {
    if (size === 0) return;
    part += 1;
    await archive.add(`database/${schema}.${name}/${String(part).padStart(6, '0')}`, Buffer.concat(chunks));
    [chunks, size] = [[], 0];
  };
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= partBytes) await flush();
  }
  await flush();
}

async function addFiles(archive: ArchiveWriter, config: Config, folders: readonly string[]): Promise<{ files: number; missing: string[] }> {
  const storage = await storageOf(process.env, config);
  const missing: string[] = [];
  let files = 0;
  for (const folder of folders) {
    const names = await storage.list(folder);
    if (names.length === 0) missing.push(folder);
    for (const name of names) {
      const found = await storage.read(folder, name);
      if (!found) continue;
      await archive.addStream(`files/${folder}/${name}`, found.stream, found.size);
      files += 1;
    }
  }
  return { files, missing };
}

/** Those that were swept meanwhile are no loss: whoever restores has rows of files that somebody had deleted. */
async function stillNamed(client: Client, missing: readonly string[]): Promise<string[]> {
  if (missing.length === 0) return [];
  const now = new Set(await storedFolders(client));
  return missing.filter((folder) => now.has(folder));
}

async function addDataFolder(archive: ArchiveWriter, dataDir: string): Promise<void> {
  for (const kept of keptOfDataFolder) {
    for (const name of await filesIn(dataDir, kept)) {
      const path = join(dataDir, name);
      await archive.addStream(`data/${name}`, createReadStream(path), (await stat(path)).size);
    }
  }
}

async function filesIn(dataDir: string, name: string): Promise<string[]> {
  const found = await stat(join(dataDir, name)).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [name];
  const below = await readdir(join(dataDir, name));
  return (await Promise.all(below.map((child) => filesIn(dataDir, `${name}/${child}`)))).flat();
}

async function mark(dataDir: string): Promise<void> {
  const path = join(dataDir, backupMark);
  await writeFile(path, '');
  await utimes(path, new Date(), new Date());
}
