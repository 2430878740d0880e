import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Jobs, platformDomain } from '@parvis/platform/server';
import { identityDomain } from '../identity.domain.ts';
import { TestApi } from '../testing/test-api.ts';
import { CertificateWatch, lookAtCertificates } from './certificate-watch.ts';
import { metadataXml, testKeys } from './testing/test-identity-provider.ts';

const dayMs = 24 * 3600_000;
let api: TestApi;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-watch-'));
  writeFileSync(join(folder, 'idp.xml'), metadataXml([testKeys()]));
  api = await TestApi.start([platformDomain, identityDomain], { env: { PARVIS_DATA_DIR: folder, SAML_IDP_METADATA: join(folder, 'idp.xml'), SAML_IDP_NAMES: 'The company', LOG_LEVEL: 'warn' } });
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  api.log.length = 0;
});

const inDays = (days: number) => new Date(Date.now() + days * dayMs);
const warnings = () => api.log.filter((line) => line.includes('certificate'));

it('shows in the metrics how many days are left', async () => {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  const [, theirs] = /^parvis_saml_certificate_days\{party="identity-provider",name="[^"]+"\} (\d+)/m.exec(text) ?? [];
  const [, ours] = /^parvis_saml_certificate_days\{party="parvis",name="signing"\} (\d+)/m.exec(text) ?? [];
  expect(Number(theirs)).toBeGreaterThanOrEqual(363);
  expect(Number(ours)).toBeGreaterThan(19 * 365);
});

it('says nothing while there is time', async () => {
  await api.app.get(Jobs).run(lookAtCertificates, {});
  expect(warnings()).toEqual([]);
});

it.each([
  [340, 1, /identity provider .* ends in 2\d days, on \d{4}-\d\d-\d\d/],
  [400, 1, /identity provider .* ended on/],
  [20 * 365 - 10, 2, /Our own signing certificate ends in 1\d days.*prepare the next key/],
])('warns in the log, %i days from now', async (days, count, words) => {
  await api.app.get(CertificateWatch, { strict: false }).warn(inDays(days));
  expect(warnings()).toHaveLength(count);
  expect(warnings().at(-1)).toMatch(words);
});
