import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { copyOfTemplate } from './stack.ts';

/** A PostgreSQL of one journey's own: for what happens behind the pages, and for several processes on the same data. */
export interface OwnDatabase {
  url: string;
  /** The data folder of every Parvis on it. */
  dataDir: string;
  /** Connected as the administrator. */
  sql: pg.Client;
  stop(): Promise<void>;
}

/** Starts one with the demo company in it, by what the server was built from. */
export async function startDatabase(): Promise<OwnDatabase> {
  const built = join(import.meta.dirname, '../../dist/server/embedded-postgres.mjs');
  const { startEmbeddedPostgres } = (await import(built)) as typeof import('@parvis/platform/server');
  const dataDir = copyOfTemplate();
  const { url, stop } = await startEmbeddedPostgres({ dataDir, progress: () => undefined, settings: ['fsync=off'] });
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  const end = async (): Promise<void> => {
    await sql.end();
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, dataDir, sql, stop: end };
}
