import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { accountForRoot, canEnter, usablePrograms, type PostgresAccount } from './postgres-programs.ts';
import { unusedPort } from './unused-port.ts';

export interface EmbeddedPostgresOptions {
  /** Where the database and its files are, absolute. */
  dataDir: string;
  /** Told what takes time. */
  progress: (line: string) => void;
  /** More server settings, for example `fsync=off` in tests. */
  settings?: string[];
}

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** Address of the `parvis` database. */
  url: string;
  /** Where the data really is. */
  folder: string;
  /** Resolves when it has ended, asked to or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;

/**
 * Starts the PostgreSQL that npm installed, on data in `dataDir`, listening on the loopback address alone with a password of its own.
 * It goes down with this process, however that ends, and recovers at the next start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = accountForRoot();
  const folder = folderFor(options.dataDir, account, options.progress);
  const programs = usablePrograms(account, '/var/lib/parvis/postgres');
  const cluster = join(folder, 'postgres');
  const password = passwordIn(folder);
  await otherOwnerGone(cluster);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    options.progress('Making the database (first start)…');
    await initialise({ programs, cluster, password, account });
  }
  const port = await unusedPort();
  const keeper = await launch({ programs, cluster, port, account, settings: options.settings ?? [] });
  const address = (database: string): string => `postgresql://parvis:${password}@127.0.0.1:${port}/${database}`;
  try {
    await createDatabase(address('postgres'));
  } catch (error) {
    await stop(keeper);
    throw new Error(`The database in ${cluster} does not let us in (${(error as Error).message}): if postgres.password beside it was lost, restore it or start with another PARVIS_DATA_DIR.`);
  }
  return { url: address('parvis'), folder, ended: new Promise((resolve) => keeper.once('exit', () => resolve())), stop: () => stop(keeper) };
}

/** The data folder, or, when PostgreSQL's account cannot enter it (a clone in root's home), one of its own that it can. */
function folderFor(dataDir: string, account: PostgresAccount | null, progress: (line: string) => void): string {
  let folder = dataDir;
  if (!canEnter(account, dataDir)) {
    folder = folderElsewhere(dataDir);
    progress(`PostgreSQL does not run as root and its account cannot enter ${dataDir}: the database is in ${folder}.`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/** Where the database of a data folder is when PostgreSQL’s account cannot enter that folder. */
export const folderElsewhere = (dataDir: string): string => join('/var/lib/parvis', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));

function passwordIn(folder: string): string {
  const file = join(folder, 'postgres.password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/** Makes the cluster beside its place and moves it there when it is whole: one that was cut short is not mistaken for a database. */
async function initialise({ programs, cluster, password, account }: { programs: string; cluster: string; password: string; account: PostgresAccount | null }): Promise<void> {
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(unfinished, '..', 'postgres.password.new');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    await run(
      join(programs, 'bin', 'initdb'),
      [`--pgdata=${unfinished}`, '--username=parvis', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
      account,
    );
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

// PostgreSQL must not hear the Ctrl-C of the terminal (the server drains its requests first), so it gets a group of its own. It must also not
// outlive us, even when we are killed without a word: the shell reads an input whose other end only we hold, and stops PostgreSQL when that ends.
const keeperScript = `
  exec 3<&0
  "$@" & server=$!
  { read -r _ <&3; kill -INT $server; } 2>/dev/null & watcher=$!
  trap 'kill -INT $server' TERM
  wait $server; wait $server
  kill $watcher 2>/dev/null`;

// Room to write a lot at once (an import), at the price of disk rather than of time.
const settingsForWriting = ['max_wal_size=2GB', 'checkpoint_timeout=15min', 'wal_compression=pglz'];

async function launch({ programs, cluster, port, account, settings }: { programs: string; cluster: string; port: number; account: PostgresAccount | null; settings: string[] }): Promise<ChildProcess> {
  const own = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', 'shared_buffers=256MB', 'timezone=UTC', 'log_min_messages=warning'];
  const flags = [...own, ...settingsForWriting, ...settings].flatMap((setting) => ['-c', setting]);
  const keeper = spawn('/bin/sh', ['-c', keeperScript, 'parvis-postgres', join(programs, 'bin', 'postgres'), '-D', cluster, ...flags], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  });
  let log = '';
  keeper.stderr?.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4_000)));
  keeper.stdin?.on('error', () => undefined);
  await ready(keeper, cluster, () => log);
  // An idle keeper and its pipes must not keep this process alive.
  keeper.unref();
  for (const pipe of [keeper.stdin, keeper.stderr]) (pipe as Socket | null)?.unref();
  return keeper;
}

/** PostgreSQL writes « ready » on the last line of its pid file when it takes connections. */
async function ready(keeper: ChildProcess, cluster: string, log: () => string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    if (keeper.exitCode !== null || keeper.signalCode !== null) throw new Error(`PostgreSQL did not start: ${lastLine(log())}`);
    if (existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.trim() === 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  keeper.stdin?.end();
  throw new Error(`PostgreSQL did not start within ${startTimeoutMs / 1000} s: ${lastLine(log())}`);
}

const lastLine = (log: string): string => log.trim().split('\n').at(-1) ?? '';

/** Waits for a PostgreSQL that is going down after its Parvis was killed; refuses when one is in use; clears what a crash left. */
async function otherOwnerGone(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  for (let waitedMs = 0; existsSync(pidFile); waitedMs += 100) {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    if (!isPostgres(pid, cluster)) return rmSync(pidFile, { force: true });
    if (waitedMs >= 10_000) throw new Error(`Another Parvis uses the database in ${cluster} (process ${pid}): stop it first, or set PARVIS_DATA_DIR to another folder.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Whether the process is a PostgreSQL on this cluster: after a crash its number may belong to anything. */
function isPostgres(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const commandFile = `/proc/${pid}/cmdline`;
  return existsSync(commandFile) ? readFileSync(commandFile, 'utf8').includes(cluster) : process.platform !== 'linux';
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'parvis'`);
    if (!rowCount) await client.query('CREATE DATABASE parvis');
  } finally {
    await client.end();
  }
}

async function stop(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  keeper.ref();
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  keeper.stdin?.end();
  await ended;
}

async function run(program: string, parameters: string[], account: PostgresAccount | null): Promise<void> {
  const child = spawn(program, parameters, { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'], LC_ALL: 'C' } });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${program} failed: ${lastLine(errors)}`);
}
