import { accessSync, constants, mkdirSync } from 'node:fs';
import { dataSourceOf, oldestPostgres, startEmbeddedPostgres, type Config, type Domain } from '@parvis/platform/server';
import type { DataSource } from 'typeorm';
import { StartFault } from './start-fault.ts';

export interface Database {
  dataSource: DataSource;
  /** Closes the connections, and the embedded PostgreSQL when that is what they went to. */
  close(): Promise<void>;
  /** Resolves when the embedded PostgreSQL has ended; never for one that is not ours. */
  ended: Promise<void>;
}

/** Connects to DATABASE_URL, or to the embedded PostgreSQL which it starts. Throws StartFault when either cannot be had. */
export async function openDatabase(config: Config, domains: readonly Domain[], progress: (line: string) => void): Promise<Database> {
  if (config.databaseUrl) {
    const dataSource = await connected(dataSourceOf(domains, config.databaseUrl), config.databaseUrl);
    return { dataSource, close: () => closed(dataSource), ended: new Promise(() => undefined) };
  }
  requireWritable(config.dataDir);
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, progress }).catch((error: Error) => {
    throw new StartFault(error.message);
  });
  const dataSource = await connected(dataSourceOf(domains, server.url), server.url).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return {
    dataSource,
    ended: server.ended,
    close: async () => {
      await closed(dataSource);
      await server.stop();
    },
  };
}

/** The data folder also holds keys and files, so it is needed with DATABASE_URL too. Throws StartFault. */
export function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartFault(`The data folder ${folder} cannot be written (${reason}): give this user the right to, or set PARVIS_DATA_DIR to another folder.`);
  }
}

/** Throws StartFault when the database cannot be reached, or is too old; `variable` is what named it. */
export async function connected(dataSource: DataSource, url: string, variable = 'DATABASE_URL'): Promise<DataSource> {
  try {
    await dataSource.initialize();
  } catch (error) {
    throw new StartFault(`The database at ${placeOf(url)} cannot be reached (${reasonOf(error)}): check ${variable} and that the server runs.`);
  }
  const [{ version }]: [{ version: number }] = await dataSource.query(`SELECT current_setting('server_version_num')::int AS version`);
  const major = Math.floor(version / 10_000);
  if (major >= oldestPostgres) return dataSource;
  await dataSource.destroy();
  throw new StartFault(`The database at ${placeOf(url)} is PostgreSQL ${major}; Parvis needs ${oldestPostgres} or newer: upgrade it, or unset DATABASE_URL to use the embedded one.`);
}

async function closed(dataSource: DataSource): Promise<void> {
  if (dataSource.isInitialized) await dataSource.destroy();
}

/** Host, port and database, without user and password. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

function reasonOf(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: { code?: string }[] };
  return code ?? errors?.[0]?.code ?? message ?? String(error);
}
