import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { metadataXml, testKeys } from '../testing/test-identity-provider.ts';
import { metadataFile } from './metadata-file.ts';
import { MetadataSource } from './metadata-source.ts';

const [before, after] = [testKeys(), testKeys()];
const hour = 60 * 60_000;

describe('the metadata of an identity provider at an address', () => {
  let server: Server;
  let address: string;
  let cacheFolder: string;
  let answer: { status: number; body: string };
  let asked: number;
  let now: Date;
  let warnings: string[];

  beforeEach(async () => {
    answer = { status: 200, body: metadataXml([before]) };
    asked = 0;
    now = new Date();
    warnings = [];
    cacheFolder = await mkdtemp(join(tmpdir(), 'parvis-saml-'));
    server = createServer((_, response) => {
      asked += 1;
      response.writeHead(answer.status).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(cacheFolder, { recursive: true });
  });

  const sourceOf = (source = address) => new MetadataSource({ source, copy: metadataFile(cacheFolder, source), now: () => now, warn: (message) => warnings.push(message), retryPauseMs: 1 });
  const certificatesOf = async (source: MetadataSource) => (await source.provider()).signingCertificates;

  it('is asked for once, however many people arrive at once', async () => {
    const source = sourceOf();
    await Promise.all([source.provider(), source.provider(), source.provider()]);
    await source.provider();
    expect(asked).toBe(1);
  });

  it('is asked for again when it did not answer at first', async () => {
    answer.status = 503;
    const source = sourceOf();
    await expect(source.provider()).rejects.toThrow(/answers with status 503/);
    expect(asked).toBeGreaterThan(1);

    answer.status = 200;
    await expect(certificatesOf(source)).resolves.toEqual([before.certificate]);
  });

  it('is read again after an hour, while nobody waits', async () => {
    const source = sourceOf();
    await source.provider();
    answer.body = metadataXml([after]);
    now = new Date(now.getTime() + hour + 1);

    await expect(certificatesOf(source)).resolves.toEqual([before.certificate]);
    await until(async () => (await certificatesOf(source))[0] === after.certificate);
  });

  it('is read again at once when a signature is by an unknown key, but not at every one', async () => {
    const source = sourceOf();
    await source.provider();
    answer.body = metadataXml([after]);

    await expect(source.lookAgain()).resolves.toBeNull();
    now = new Date(now.getTime() + 10_000);
    await expect(source.lookAgain()).resolves.toMatchObject({ signingCertificates: [after.certificate] });
    await expect(source.lookAgain()).resolves.toBeNull();
    expect(asked).toBe(2);
  });

  it('serves from the last good copy when it does not answer, also after a restart', async () => {
    await sourceOf().provider();
    answer = { status: 200, body: '<html>maintenance</html>' };

    await expect(certificatesOf(sourceOf())).resolves.toEqual([before.certificate]);
    expect(warnings).toEqual([expect.stringMatching(/cannot be refreshed: this is not SAML metadata.*last good copy/)]);
  });

  it('does not serve a copy that has run out', async () => {
    answer.body = metadataXml([before]).replace('<EntityDescriptor', `<EntityDescriptor validUntil="${new Date(now.getTime() + hour).toISOString()}"`);
    await sourceOf().provider();
    answer.status = 503;
    now = new Date(now.getTime() + 2 * hour);

    await expect(sourceOf().provider()).rejects.toThrow(/cannot be used/);
  });

  it('may be a file', async () => {
    const file = join(cacheFolder, 'idp.xml');
    await writeFile(file, metadataXml([before]));
    await expect(certificatesOf(sourceOf(file))).resolves.toEqual([before.certificate]);
    await expect(sourceOf(`${file}.absent`).provider()).rejects.toThrow(/ENOENT/);
  });
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 3_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
