import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** The address of a test's database, for the account that a server runs as: it reads and writes rows, and no more. */
export function asRunning(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  [url.username, url.password] = ['parvis_running', 'parvis_running'];
  return url.href;
}

/** A database of its own for a test file, cloned from `template`: migrated and empty by default, or `template0` for a bare one. */
export async function testDatabase(template = 'parvis_template'): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: tests run through Jest, whose global setup starts PostgreSQL.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await statement(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => statement(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
