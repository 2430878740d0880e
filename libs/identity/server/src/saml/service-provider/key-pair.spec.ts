import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keyPairIn } from './key-pair.ts';

describe('our keys', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-keys-'));
    file = join(folder, 'saml', 'service-provider.pem');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are made once, for us alone, by several processes that start together', async () => {
    const [one, two] = await Promise.all([keyPairIn(file, { commonName: 'parvis.example' }), keyPairIn(file, { commonName: 'parvis.example' })]);
    expect(two).toEqual(one);
    expect(await keyPairIn(file, { commonName: 'another' })).toEqual(one);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readdir(join(folder, 'saml'))).toEqual(['service-provider.pem']);
  });

  it('come with a certificate that says whose they are, for long', async () => {
    const { certificate } = await keyPairIn(file, { commonName: 'parvis.example' });
    const parsed = new X509Certificate(certificate);
    expect(parsed.subject).toBe('CN=parvis.example');
    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(parsed.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
    expect(parsed.validFromDate.getTime()).toBeLessThan(Date.now());
    expect(parsed.validToDate.getFullYear() - new Date().getFullYear()).toBeGreaterThanOrEqual(19);
  });

  it('are not replaced when their file is damaged', async () => {
    await keyPairIn(file, { commonName: 'parvis.example' });
    await writeFile(file, 'damaged');
    await expect(keyPairIn(file, { commonName: 'parvis.example' })).rejects.toThrow(/restore it from a backup, or delete it/);
  });
});
