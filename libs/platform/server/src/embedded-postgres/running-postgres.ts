import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { folderElsewhere } from './embedded-postgres.ts';

const connectTimeoutMs = 2_000;

/** Address of the embedded PostgreSQL that another process of ours runs on this data folder; null when none takes connections. */
export async function runningEmbeddedPostgres(dataDir: string): Promise<string | null> {
  for (const folder of [dataDir, folderElsewhere(dataDir)]) {
    const url = addressIn(folder);
    if (url && (await answers(url))) return url;
  }
  return null;
}

/** PostgreSQL writes its port on the fourth line of its pid file, and « ready » on the eighth. A crash leaves the file behind. */
function addressIn(folder: string): string | null {
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  const passwordFile = join(folder, 'postgres.password');
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const port = Number(lines[3]);
  if (!port || lines[7]?.trim() !== 'ready') return null;
  return `postgresql://parvis:${readFileSync(passwordFile, 'utf8').trim()}@127.0.0.1:${port}/parvis`;
}

// SCRAM shows the password to nobody, should something else have taken the port by now.
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectTimeoutMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
