import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TestBrowser } from '../../libs/identity/server/src/saml/testing/test-browser.ts';
import { answer, encoded, goodContent, metadataXml, testKeys } from '../../libs/identity/server/src/saml/testing/test-identity-provider.ts';

// What a sign-in costs the server, on the production build: `nx run api:build && node test/load/sign-in.ts`. Linux alone: reads /proc.
const url = 'http://localhost:24999';
const folder = mkdtempSync(join(tmpdir(), 'parvis-sign-in-'));
const keys = testKeys();
writeFileSync(join(folder, 'idp.xml'), metadataXml([keys]));
const env = { ...process.env, NODE_ENV: 'production', PORT: '24999', PARVIS_URL: url, PARVIS_DATA_DIR: folder, SAML_IDP_METADATA: join(folder, 'idp.xml'), LOG_LEVEL: 'error' };
const server = spawn(process.execPath, ['dist/server/main.mjs'], { env, stdio: 'ignore' });
const ended = new Promise((resolve) => server.once('exit', resolve));

try {
  while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) await pause(200);
  await signIns(60);
  const before = processorMs();
  const answerMs = await signIns(200);
  const middle = answerMs.sort((a, b) => a - b)[100] ?? 0;
  console.log(`${((processorMs() - before) / 200).toFixed(1)} ms of processor for a sign-in, question to first page; ${middle.toFixed(1)} ms to answer the identity provider's message (median of 200).`);
} finally {
  server.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

/** From the question to the first page; how long each answer to the identity provider's message took, in ms. */
async function signIns(count: number): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const browser = new TestBrowser(url);
    const message = encoded(answer(goodContent({ requestId: await browser.begin(), acs: `${url}/saml/acs`, audience: `${url}/saml/metadata` }), { keys }));
    const from = performance.now();
    const { status } = await browser.post(message);
    took.push(performance.now() - from);
    if (status !== 303) throw new Error(`Refused with ${status}.`);
    await (await browser.request('/')).text();
    await browser.session();
  }
  return took;
}

/** User and system time of the server's process so far; the kernel counts in hundredths of a second. */
function processorMs(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
