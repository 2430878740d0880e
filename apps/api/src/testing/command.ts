import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a program of dist/server as an administrator does, on the database of a test. */
export async function runCommand(program: string, parameters: readonly string[], databaseUrl: string | undefined, variables: Record<string, string | undefined> = {}): Promise<{ code: number; out: string; err: string }> {
  const folder = mkdtempSync(join(tmpdir(), `parvis-${program}-`));
  const env = { ...process.env, DATABASE_URL: databaseUrl, PARVIS_DATA_DIR: folder, NODE_OPTIONS: '', ...variables };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [`dist/server/${program}.mjs`, ...parameters], { env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
