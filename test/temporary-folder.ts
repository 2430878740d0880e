import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const roomy = 4 * 1024 ** 3;

/**
 * A folder for a database of a test, that PostgreSQL's account may enter too: started by root, it runs under another. In memory where there is plenty: on a
 * disk, making the hundreds of files of a database for each test file takes longer than most tests. `onDisk`: where a company has it, to see how it starts and what a crash leaves.
 */
export function temporaryFolder({ onDisk = false } = {}): string {
  const place = !onDisk && existsSync(memory) && freeBytes(memory) > roomy ? memory : tmpdir();
  if (place === memory) clearLeftBehind();
  const folder = mkdtempSync(join(place, `parvis-test-${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Tests that were killed cannot tidy up, and memory is dear. */
function clearLeftBehind(): void {
  for (const name of readdirSync(memory)) {
    const owner = /^parvis-test-(\d+)-/.exec(name)?.[1];
    if (owner && !existsSync(`/proc/${owner}`)) rmSync(join(memory, name), { recursive: true, force: true });
  }
}
