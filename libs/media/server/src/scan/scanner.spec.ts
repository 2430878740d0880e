import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eicar, FakeClamd } from '../testing/fake-clamd.ts';
import { VirusScanner } from './scanner.ts';

const folder = mkdtempSync(join(tmpdir(), 'parvis-scan-'));
const path = join(folder, 'file');
let clamd: FakeClamd;

beforeAll(async () => {
  Logger.overrideLogger(false);
  clamd = await FakeClamd.start();
});
beforeEach(() => {
  clamd.behaviour = 'scan';
});
afterAll(() => {
  clamd.stop();
  rmSync(folder, { recursive: true });
});

const check = (content: string | Buffer, scanner = new VirusScanner({ host: '127.0.0.1', port: clamd.port }, 500)) => {
  writeFileSync(path, content);
  return scanner.check(path);
};

describe('the virus scanner', () => {
  it('lets through what clamd finds clean, having sent all of it', async () => {
    await expect(check(Buffer.alloc(3_000_000, 'a'))).resolves.toBeUndefined();
    expect(clamd.scanned.at(-1)).toBe(3_000_000);
  });

  it('stops a virus, wherever in the file it is', async () => {
    await expect(check('x'.repeat(100_000) + eicar)).rejects.toMatchObject({ code: 'FILE_INFECTED' });
  });

  it.each(['hang up', 'nothing', 'INSTREAM size limit exceeded. ERROR', 'stream: maybe', ''])('lets nothing through when clamd answers: %s', async (behaviour) => {
    clamd.behaviour = behaviour;
    await expect(check('harmless')).rejects.toMatchObject({ code: 'FILE_SCANNER_UNREACHABLE' });
  });

  it.each([
    ['a port where nobody listens', { host: '127.0.0.1', port: 1 }],
    ['a socket that is not there', { socket: '/nowhere/clamd.sock' }],
  ])('lets nothing through at %s', async (_what, address) => {
    await expect(check('harmless', new VirusScanner(address, 500))).rejects.toMatchObject({ code: 'FILE_SCANNER_UNREACHABLE' });
  });

  it('lets everything through when none is configured', async () => {
    await expect(check(eicar, new VirusScanner(null))).resolves.toBeUndefined();
  });
});
