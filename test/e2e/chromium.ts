import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import chromium from '@sparticuz/chromium';

/** Who unpacks it. Two who do so at the same time start one that is not whole. */
const lock = join(tmpdir(), 'parvis-chromium.lock');
/** Unpacking takes seconds: whoever has held it for longer was killed. */
const heldMs = 60_000;

/** The program that npm brought, unpacked once on a machine. */
export async function chromiumPath(): Promise<string> {
  while (!taken()) await wait(100);
  try {
    return await chromium.executablePath();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > heldMs) rmSync(lock, { force: true });
    return false;
  }
}
