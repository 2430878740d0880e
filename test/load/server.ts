import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { unusedPort } from '../../libs/platform/server/src/embedded-postgres/unused-port.ts';
import { ready } from '../e2e/stack.ts';

/** One server process as a company runs it, on the database of a world. */
export interface BenchServer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

export async function startServer(databaseUrl: string): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-bench-server-'));
  const port = await unusedPort();
  const url = `http://localhost:${port}`;
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', LOG_LEVEL: 'error', GRAPHQL_DOCUMENTS: 'any', REQUEST_LIMITS: 'off', PORT: String(port), PARVIS_URL: url, PARVIS_DATA_DIR: folder, DATABASE_URL: databaseUrl };
  // Nobody signs in through it: the sessions are written into the database.
  const child = spawn(process.execPath, [join(root, 'dist/server/main.mjs')], { cwd: root, env: { ...env, SAML_IDP_METADATA: 'http://127.0.0.1:9/metadata' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(url, child, () => output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: child.pid ?? 0, stop };
}

/** Somebody signed in. */
export interface SignedInPerson {
  id: string;
  cookie: string;
}

/** Signs in that many people, always the same ones of a world: those in the most communities, those in the fewest, and others between. */
export async function signInPeople(client: pg.Client, number: number): Promise<SignedInPerson[]> {
  const { rows } = await client.query<{ id: string }>(
    `WITH counted AS (
       SELECT person.id, row_number() OVER (ORDER BY count(membership.id) DESC, person.id) AS place, count(*) OVER () AS people
       FROM person LEFT JOIN membership ON membership.person_id = person.id GROUP BY person.id
     ) SELECT id FROM counted WHERE place <= $1 OR place > people - $1 OR place % greatest(people / $1, 1) = 0 ORDER BY md5(id::text) LIMIT $1 * 3`,
    [Math.ceil(number / 3)],
  );
  await client.query(`DELETE FROM session WHERE issuer = 'bench'`);
  return signInAs(client, rows.slice(0, number).map(({ id }) => id));
}

/** The people of a role, 60 at most. */
export async function signInRole(client: pg.Client, role: string): Promise<SignedInPerson[]> {
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM person WHERE $1 = ANY(roles) ORDER BY id LIMIT 60`, [role]);
  return signInAs(client, rows.map(({ id }) => id));
}

/** Signs in people by their id. */
export async function signInAs(client: pg.Client, ids: readonly string[]): Promise<SignedInPerson[]> {
  const people = ids.map((id) => ({ id, token: randomBytes(32).toString('base64url') }));
  for (const { id, token } of people) {
    await client.query(
      `INSERT INTO session (id, token_hash, person_id, issuer, name_id, created_at, expires_at) VALUES ($1, $2, $3::uuid, 'bench', $3::uuid::text, now(), now() + interval '12 hours')`,
      [randomUUID(), createHash('sha256').update(token).digest(), id],
    );
  }
  return people.map(({ id, token }) => ({ id, cookie: `parvis=${token}` }));
}
