import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { LetterSending, mailSetting, platformDomain, Settings } from '@parvis/platform/server';
import { TestMailServer } from '@parvis/platform/server/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operationsDomain } from '../operations.domain.ts';

const fields = 'source isInEnvironment isPasswordUnreadable revision trialAddress server { host port encryption user hasPassword fromName fromAddress }';
const READ = `{ mailAdministration { ${fields} } }`;
const CHANGE = `mutation ($input: ChangeMailServerInput!) { changeMailServer(input: $input) { ${fields} } }`;
const FORGET = `mutation ($revision: Int!) { forgetMailServer(revision: $revision) { ${fields} } }`;
const TRY = 'mutation { sendMailTrial(language: FR) { outcome failure answer } }';

interface Shown {
  revision: number;
  source: string;
  server: { hasPassword: boolean } | null;
}
const password = 'n’importe-quoi-42';
let api: TestApi;
let mail: TestMailServer;
let it_: PersonEntity, employee: PersonEntity;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-mail-'));
  mail = await TestMailServer.start();
  api = await TestApi.start([platformDomain, identityDomain, operationsDomain], { env: { PARVIS_DATA_DIR: folder } });
  [it_, employee] = [await aPerson().named('Thomas Vandenberghe').being('it').save(api.manager), await aPerson().being('hr').save(api.manager)];
});
afterAll(async () => {
  await api.stop();
  await mail.stop();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  mail.refusal = null;
  mail.received.length = mail.logins.length = 0;
  await api.confirmed(it_).send(FORGET, { revision: (await read()).revision });
});

const read = async () => (await api.confirmed(it_).send<{ mailAdministration: Shown }>(READ)).mailAdministration;
const change = async (input: object = {}, person = it_) => {
  const { revision } = await read();
  const standard = { host: '127.0.0.1', port: mail.port, encryption: 'NONE', user: 'parvis', password, fromName: 'Parvis', fromAddress: 'parvis@example.org', revision };
  return (await api.confirmed(person).send<{ changeMailServer: Shown }>(CHANGE, { input: { ...standard, ...input } })).changeMailServer;
};
const trial = async () => (await api.confirmed(it_).send<{ sendMailTrial: object }>(TRY)).sendMailTrial;

describe('the mail server', () => {
  it('is for IT that has lately said who they are', async () => {
    await expect(change({}, employee)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const [operation, variables] of [[READ, {}], [TRY, {}], [FORGET, { revision: 0 }]] as const) {
      await expect(api.confirmed(employee).send(operation, variables)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(api.as(it_).send(operation, variables)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    }
    await expect(change()).resolves.toMatchObject({ source: 'ADMINISTRATION' });
  });

  it('takes a letter as soon as it was set, and tells nobody its password', async () => {
    expect(await read()).toMatchObject({ source: 'NONE', server: null, trialAddress: it_.email });
    await expect(trial()).rejects.toMatchObject({ code: 'MAIL_NOT_SET' });
    expect(await change()).toMatchObject({ source: 'ADMINISTRATION', server: { host: '127.0.0.1', user: 'parvis', hasPassword: true, fromAddress: 'parvis@example.org' } });
    expect(await trial()).toEqual({ outcome: 'SENT', failure: null, answer: null });
    expect(mail.logins).toEqual([`parvis:${password}`]);
    expect(mail.received).toMatchObject([{ from: 'parvis@example.org', to: [it_.email] }]);
    const kept = await api.manager.query(`SELECT (SELECT json_agg(setting)::text FROM setting) AS settings, (SELECT json_agg(details)::text FROM audit_entry) AS log`);
    expect(JSON.stringify([await read(), kept])).not.toContain(password);
  });

  it('is told its password again when it is another server, port, encryption or user', async () => {
    await change();
    await expect(change({ password: null, fromName: 'Le réseau' })).resolves.toMatchObject({ server: { fromName: 'Le réseau', hasPassword: true } });
    for (const other of [{ host: 'mail.evil.example' }, { port: 26 }, { encryption: 'STARTTLS_WHEN_OFFERED' }, { user: 'somebody' }]) {
      await expect(change({ password: null, ...other })).rejects.toMatchObject({ code: 'MAIL_PASSWORD_NEEDED', field: 'password' });
    }
    await expect(change({ password: null, user: '' })).resolves.toMatchObject({ server: { user: null, hasPassword: false } });
    expect(await trial()).toMatchObject({ outcome: 'SENT' });
    expect(mail.logins).toEqual([]);
  });

  it.each([
    [{ host: 'not a host' }, 'MAIL_HOST_INVALID', 'host'],
    [{ host: '' }, 'MAIL_HOST_INVALID', 'host'],
    [{ port: 0 }, 'MAIL_PORT_INVALID', 'port'],
    [{ fromAddress: 'parvis@example.org, other@example.org' }, 'MAIL_ADDRESS_INVALID', 'fromAddress'],
    [{ fromName: 'x'.repeat(101) }, 'TEXT_TOO_LONG', 'fromName'],
    [{ password: null }, 'MAIL_PASSWORD_NEEDED', 'password'],
    [{ revision: 999 }, 'SETTING_CHANGED_MEANWHILE', undefined],
  ])('is refused as %j', async (input, code, field) => {
    await expect(change(input)).rejects.toMatchObject({ code, field });
    expect(await read()).toMatchObject({ source: 'NONE' });
  });

  it('that refuses is quoted, to whoever tries', async () => {
    await change();
    mail.refusal = { at: 'sender', code: 550 };
    expect(await trial()).toEqual({ outcome: 'NO_SERVER', failure: 'SENDER 550', answer: expect.stringContaining('says this server') });
    mail.refusal = { at: 'recipient', code: 451 };
    expect(await trial()).toMatchObject({ outcome: 'LATER', failure: 'EENVELOPE 451' });
    await change({ port: 1 });
    expect(await trial()).toMatchObject({ outcome: 'NO_SERVER', answer: null });
  });

  it('is forgotten with its password, and what waits stays', async () => {
    await change();
    await api.manager.query(`INSERT INTO letter (id, type, payload, due_at, expires_at) VALUES (gen_random_uuid(), 'test.letter', '{}', now(), now() + interval '4 days')`);
    await api.confirmed(it_).send(FORGET, { revision: (await read()).revision });
    await api.app.get(LetterSending).sendDue();
    expect(await api.manager.query('SELECT attempts FROM letter')).toEqual([{ attempts: 0 }]);
    expect(await api.manager.query(`SELECT value FROM setting WHERE key = 'mail'`)).toEqual([{ value: null }]);
    const [{ action }] = await api.manager.query(`SELECT action FROM audit_entry ORDER BY number DESC LIMIT 1`);
    expect(action).toBe('configuration.mail-forgotten');
    await api.manager.query('DELETE FROM letter');
  });

  it('whose password another key sealed asks for it again', async () => {
    await change();
    const heard = new Promise<void>((resolve) => api.app.get(Settings).onChange(mailSetting, () => resolve()));
    await api.manager.query(`UPDATE setting SET value = jsonb_set(value, '{server,sealedPassword}', '"v1.AAAA"'), revision = revision + 1 WHERE key = 'mail'`);
    await heard;
    expect(await read()).toMatchObject({ isPasswordUnreadable: true });
    expect(await trial()).toMatchObject({ outcome: 'NO_SERVER', failure: 'SECRET_UNREADABLE' });
  });
});
