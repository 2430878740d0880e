import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

let folder: string;
let admin: pg.Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-accounts-'));
  admin = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await admin.connect();
  // As the administrator's guide says.
  for (const sql of ["CREATE ROLE guide_owner LOGIN PASSWORD 'o'", "CREATE ROLE guide_server LOGIN PASSWORD 's'", 'CREATE DATABASE guide OWNER guide_owner']) await admin.query(sql);
}, 60_000);
afterAll(async () => {
  for (const sql of ['DROP DATABASE guide WITH (FORCE)', 'DROP ROLE guide_server', 'DROP ROLE guide_owner']) await admin.query(sql);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

function addressOf(user: string, password: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  [url.username, url.password, url.pathname] = [user, password, '/guide'];
  return url.href;
}
const [owner, server] = [() => addressOf('guide_owner', 'o'), () => addressOf('guide_server', 's')];

interface Program {
  child: ChildProcess;
  ended: Promise<{ code: number | null; output: string }>;
}

function run(program: string, env: Record<string, string>): Program {
  const child = spawn(process.execPath, [`dist/server/${program}.mjs`], {
    env: { PATH: process.env['PATH'], PARVIS_DATA_DIR: join(folder, 'files'), NODE_ENV: 'development', PARVIS_ROLE: 'worker', SAML_IDP_METADATA: './none.xml', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, output }))) };
}

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server, and stops it once it says that it is ready. Answers what it said, or why it ended. */
async function serve(env: Record<string, string>): Promise<{ ready: boolean; code: number | null; output: string }> {
  const port = await unusedPort();
  const { child, ended } = run('main', { PORT: String(port), ...env });
  let over = false;
  void ended.then(() => (over = true));
  let ready = false;
  while (!ready && !over) {
    ready = await fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.status === 200, () => false);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGTERM');
  return { ready, ...(await ended) };
}

describe('a server whose account may read and write rows, and no more', () => {
  it('waits for the owner, is made ready by npm run database:migrate, serves, and waits again when the database is older', async () => {
    expect(await serve({ DATABASE_URL: server() })).toMatchObject({ ready: false, code: 1, output: expect.stringContaining('run npm run database:migrate with DATABASE_OWNER_URL') });

    const made = await run('database-migrate', { DATABASE_URL: server(), DATABASE_OWNER_URL: owner() }).ended;
    expect(made).toMatchObject({ code: 0, output: expect.stringMatching(/migrations\)\.\nThe database is ready\.\n$/) });
    expect(await serve({ DATABASE_URL: server() })).toMatchObject({ ready: true, code: 0 });

    const client = new pg.Client({ connectionString: owner() });
    await client.connect();
    await client.query(`DELETE FROM migration WHERE id = (SELECT max(id) FROM migration)`);
    await client.end();
    expect(await serve({ DATABASE_URL: server() })).toMatchObject({ ready: false, code: 1, output: expect.stringContaining('The database is older than this version') });
  }, 90_000);

  it('is made ready by its own start where it is told of the owner', async () => {
    await admin.query('DROP DATABASE guide WITH (FORCE)');
    await admin.query('CREATE DATABASE guide OWNER guide_owner');
    expect(await serve({ DATABASE_URL: server(), DATABASE_OWNER_URL: owner() })).toMatchObject({ ready: true, code: 0 });
    const { rows } = await admin.query(`SELECT pid FROM pg_stat_activity WHERE usename = 'guide_owner'`);
    expect(rows).toEqual([]);
  }, 90_000);

  it.each([
    ['belongs to the owner', 'GRANT guide_owner TO guide_server', 'REVOKE guide_owner FROM guide_server', /is the account that owns the tables, or belongs to it/],
    ['may make accounts', 'ALTER ROLE guide_server CREATEROLE', 'ALTER ROLE guide_server NOCREATEROLE', /may make databases or accounts/],
    ['is a superuser', 'ALTER ROLE guide_server SUPERUSER', 'ALTER ROLE guide_server NOSUPERUSER', /is a superuser/],
  ])('is refused an account that %s', async (_what, give, take, sentence) => {
    await admin.query(give);
    const { code, output } = await run('database-migrate', { DATABASE_URL: server(), DATABASE_OWNER_URL: owner() }).ended;
    await admin.query(take);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringMatching(sentence) });
  }, 30_000);
});
