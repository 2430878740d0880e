import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unusedPort } from '../../libs/platform/server/src/embedded-postgres/unused-port.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { oldPostgres } from './old-postgres.ts';

const program = join(import.meta.dirname, '../../dist/server/main.mjs');

let folder: string;
let taken: Server;
let takenPort: number;

beforeAll(async () => {
  folder = temporaryFolder({ onDisk: true });
  takenPort = await unusedPort();
  taken = createServer().listen(takenPort);
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  lines: string[];
}

async function start(env: Record<string, string>): Promise<Ended> {
  const [port, idpPort] = [await unusedPort(), await unusedPort()];
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], PORT: String(port), DEMO_IDP_PORT: String(idpPort), PARVIS_DATA_DIR: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, lines: output.trim().split('\n') };
}

describe('a start that cannot succeed says why in one line, ends with code 1 and leaves nothing behind', () => {
  it.each<{ what: string; env: () => Record<string, string>; line: RegExp }>([
    { what: 'a taken port', env: () => ({ PORT: String(takenPort) }), line: /^Parvis cannot run: Port \d+ is taken by another program: stop it, or set PORT to a free port\.$/ },
    { what: 'a taken port of the demo identity provider', env: () => ({ DEMO_IDP_PORT: String(takenPort) }), line: /Port \d+ is taken .* set DEMO_IDP_PORT/ },
    { what: 'a database that does not answer', env: () => ({ DATABASE_URL: 'postgresql://parvis:secret@127.0.0.1:1/parvis' }), line: /127\.0\.0\.1:1\/parvis cannot be reached \(ECONNREFUSED\): check DATABASE_URL/ },
    { what: 'a malformed port', env: () => ({ PORT: 'abc' }), line: /PORT \("abc"\) is not valid: use a number from 1 to 65535/ },
    { what: 'a malformed database address', env: () => ({ DATABASE_URL: 'mysql://root:secret@localhost/parvis' }), line: /DATABASE_URL is not an address that starts with postgres:/ },
    { what: 'a malformed address of the mail server', env: () => ({ SMTP_URL: 'smtp://parvis:secret@mail/inbox' }), line: /SMTP_URL goes on after the host .* for example SMTP_URL=smtp:/ },
    { what: 'a malformed public address', env: () => ({ PARVIS_URL: 'parvis.example.com' }), line: /PARVIS_URL .* give the address that people type/ },
    { what: 'production without an identity provider', env: () => ({ NODE_ENV: 'production' }), line: /SAML_IDP_METADATA is not set: in production, give the address/ },
    { what: 'public addresses that do not go together', env: () => ({ PARVIS_URL: 'https://intranet.corp/parvis', PARVIS_OTHER_URLS: 'https://parvis.example.com' }), line: /PARVIS_OTHER_URLS .* give all of them the sub-path \/parvis/ },
    { what: 'a proxy that is none', env: () => ({ TRUST_PROXY: 'everybody' }), line: /TRUST_PROXY \("everybody"\) is not valid: give addresses, networks/ },
    { what: 'a group without a community', env: () => ({ SAML_COMMUNITIES: 'quality' }), line: /SAML_COMMUNITIES \("quality"\) is not valid: give a group and the id or the name of an open community/ },
    { what: 'a misspelt sign-in setting', env: () => ({ SAML_ATTRIBUTE_MIAL: 'mail' }), line: /SAML_ATTRIBUTE_MIAL is not a setting/ },
  ])('$what', async ({ env, line }) => {
    const { code, lines } = await start(env());
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(line)] });
    expect(lines.join()).not.toContain('secret');
    expect(existsSync(join(folder, 'data/postgres'))).toBe(false);
  });

  it('a data folder that cannot be written', async () => {
    // A file where a folder is asked for stops root too, whom permissions do not.
    const blocked = join(folder, 'blocked');
    mkdirSync(blocked, { recursive: true });
    writeFileSync(join(blocked, 'data'), '');
    const { code, lines } = await start({ PARVIS_DATA_DIR: join(blocked, 'data') });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/The data folder .* cannot be written \(E\w+\): .* set PARVIS_DATA_DIR to another folder\.$/)] });
  });

  it('a PostgreSQL that is too old', async () => {
    const old = await oldPostgres(140_009, '14.9');
    try {
      const { code, lines } = await start({ DATABASE_URL: `postgresql://parvis@127.0.0.1:${old.port}/parvis` });
      expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/is PostgreSQL 14; Parvis needs 15 or newer: upgrade it/)] });
    } finally {
      old.close();
    }
  });
});
