import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { metadataXml, TestApi, testKeys } from '@parvis/identity/server/testing';
import { testDatabase, TestMailServer } from '@parvis/platform/server/testing';
import { domains } from '../domains.ts';
import { runCommand } from '../testing/command.ts';

let api: TestApi;
let mail: TestMailServer;
const folder = mkdtempSync(join(tmpdir(), 'parvis-doctor-'));
const metadata = join(folder, 'metadata.xml');

beforeAll(async () => {
  api = await TestApi.start(domains);
  mail = await TestMailServer.start();
  writeFileSync(metadata, metadataXml([testKeys()]));
}, 60_000);
afterAll(async () => {
  await api.stop();
  await mail.stop();
  rmSync(folder, { recursive: true });
});

const run = (parameters: string[] = [], { url = (api.dataSource.options as { url?: string }).url, ...variables }: Record<string, string | undefined> = {}) =>
  runCommand('doctor', parameters, url, { LANG: 'C', LC_ALL: '', SAML_IDP_METADATA: metadata, ...variables });

describe('the doctor, from the command line', () => {
  it('says in a line each how things are, the worst first, with what to do, and leaves nothing behind', async () => {
    const tables = async () => api.manager.query('SELECT (SELECT count(*) FROM server_process) AS processes, (SELECT count(*) FROM audit_entry) AS entries, (SELECT count(*) FROM outbox_event) AS events');
    const before = await tables();
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^Fault +No process /);
    expect(out).toMatch(/^Fault +No process does background work: .* What to do: Start one with PARVIS_ROLE=worker \(or all\)\.$/m);
    expect(out).toMatch(/^Fine +The database answers: PostgreSQL \d+\S*, [\d.]+ MB, \d+ of \d+ connections in use\.$/m);
    expect(out).toMatch(/^Fine +The clocks of this server and of the database agree\.$/m);
    expect(out).toContain('No mail is set up: Parvis sends no letters.');
    expect(out).toMatch(/^Not known +Parvis does not know whether backups are made\. What to do: Have your backup run “touch /m);
    expect(out).toContain('The settings can be read.');
    expect(out).not.toMatch(/\{\w+\}|operations\./);
    expect(await tables()).toEqual(before);
  }, 60_000);

  it('ends well where nothing is at fault, in English and in French', async () => {
    await api.manager.query(`INSERT INTO server_process (id, host, role, version, started_at, seen_at, memory_bytes, heap_share, delay_ms, sockets) VALUES (gen_random_uuid(), 'one', 'all', '0.1.0', now(), now() + interval '1 hour', 1, 0.1, 0, 0)`);
    const { code, out } = await run();
    expect(out).not.toMatch(/^Fault/m);
    expect(out).toContain('People can sign in by: metadata.xml.');
    expect(code).toBe(0);
    // In the language of the terminal, or the one that is asked for.
    expect((await run([], { LANG: 'fr_FR.UTF-8' })).out).toContain('La base de données répond');
    expect((await run(['--lang', 'fr'])).out).toContain('Les réglages sont lisibles.');
  }, 60_000);

  it('calls the mail server, and says whom it could not reach and why', async () => {
    expect((await run([], { SMTP_URL: `smtp://127.0.0.1:${mail.port}` })).out).toContain(`The mail server 127.0.0.1:${mail.port} lets Parvis in.`);
    const { code, out } = await run([], { SMTP_URL: 'smtp://127.0.0.1:1' });
    expect(code).toBe(1);
    expect(out).toMatch(/^Fault +The mail server 127\.0\.0\.1:1 does not let Parvis in\. The mail server does not answer\. What to do: Check its address/m);
    expect(mail.received).toEqual([]);
  }, 60_000);

  it('says what is wrong where nothing can be looked at: settings, an empty database, one that does not answer', async () => {
    expect(await run([], { PORT: 'x' })).toMatchObject({ code: 1, out: '', err: expect.stringContaining('PORT ("x")') });
    expect(await run(['--loud'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('npm run doctor') });
    const bare = await testDatabase('template0');
    expect(await run([], { url: bare.url })).toMatchObject({ code: 1, out: expect.stringMatching(/^Fault +The database lacks \d+ changes that this version needs\. What to do: Restart /) });
    // It has made none of them.
    expect(await run([], { url: bare.url })).toMatchObject({ code: 1 });
    await bare.drop();
    expect(await run([], { url: 'postgresql://nobody@127.0.0.1:1/none' })).toMatchObject({ code: 1, out: '', err: expect.stringContaining('cannot be reached') });
  }, 60_000);
});
