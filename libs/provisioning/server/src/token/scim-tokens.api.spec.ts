import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles } from '@parvis/identity/server';
import { aPerson } from '@parvis/identity/server/testing';
import { makeToken, ScimTestApi } from '../testing/scim-test-api.ts';
import { parseScimToken } from './scim-token.setting.ts';

interface Made {
  createScimToken: { secret: string; token: { id: string; name: string; state: string } };
}
const LIST = '{ provisioning { address hasEnvironmentToken mostTokens tokens { id name state lastUsedOn madeBy { id } } } }';
const REVOKE = 'mutation ($id: ID!) { revokeScimToken(id: $id) { state } }';

let scim: ScimTestApi;
beforeAll(async () => {
  scim = await ScimTestApi.start();
});
afterAll(() => scim.api.stop());
beforeEach(() => scim.api.manager.query('DELETE FROM scim_token'));

const make = (input: object = {}, person = scim.it) => scim.api.confirmed(person).send<Made>(makeToken, { input: { name: 'Directory', days: 30, ...input } }).then(({ createScimToken }) => createScimToken);
const statusOf = (secret: string) => scim.ask('GET', '/Users', undefined, { authorization: `Bearer ${secret}` }).then(({ status }) => status);

describe('a token', () => {
  it('lets the directory in, is told once, and kept by its hash alone', async () => {
    const { secret, token } = await make();
    expect(secret).toMatch(/^parvis_scim_[\w-]{43}$/);
    expect(await statusOf(secret)).toBe(200);
    const { provisioning } = await scim.asIt.send<{ provisioning: object }>(LIST);
    expect(provisioning).toEqual({
      address: 'http://localhost:3000/scim/v2', hasEnvironmentToken: false, mostTokens: 2,
      tokens: [{ id: token.id, name: 'Directory', state: 'LIVE', lastUsedOn: new Date().toISOString().slice(0, 10), madeBy: { id: scim.it.id } }],
    });
    const rows = await scim.api.manager.query('SELECT row_to_json(scim_token)::text AS row FROM scim_token');
    expect(JSON.stringify([provisioning, rows])).not.toContain(secret.slice(-20));
  });

  it('lets another take over: two are live at most', async () => {
    const [first, second] = [await make({ name: 'Old' }), await make({ name: 'New' })];
    expect([await statusOf(first.secret), await statusOf(second.secret)]).toEqual([200, 200]);
    await expect(make()).rejects.toMatchObject({ code: 'SCIM_TOO_MANY_TOKENS', params: { max: 2 } });
    await scim.asIt.send(REVOKE, { id: first.token.id });
    expect([await statusOf(first.secret), await statusOf(second.secret)]).toEqual([401, 200]);
    await make({ name: 'Newest' });
    const audit = await scim.api.manager.query(`SELECT action, actor_id AS "actorId", details ->> 'name' AS name FROM audit_entry WHERE action LIKE 'provisioning.token-%' ORDER BY number DESC LIMIT 2`);
    expect(audit).toEqual([{ action: 'provisioning.token-made', actorId: scim.it.id, name: 'Newest' }, { action: 'provisioning.token-revoked', actorId: scim.it.id, name: 'Old' }]);
  });

  it('is made twice at most, also at once', async () => {
    const made = await Promise.allSettled([1, 2, 3, 4].map(() => make()));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  it('ends by itself', async () => {
    const { secret } = await make();
    await scim.api.manager.query(`UPDATE scim_token SET expires_at = now() - interval '1 second'`);
    expect(await statusOf(secret)).toBe(401);
    expect(await scim.asIt.send(LIST)).toMatchObject({ provisioning: { tokens: [{ state: 'EXPIRED' }] } });
  });

  it.each([
    ['TEXT_REQUIRED', { name: ' ' }],
    ['TEXT_TOO_LONG', { name: 'x'.repeat(61) }],
    ['SCIM_EXPIRY_INVALID', { days: 0 }],
    ['SCIM_EXPIRY_INVALID', { days: 731 }],
  ])('is refused with %s for what makes no sense', async (code, input) => {
    await expect(make(input)).rejects.toMatchObject({ code });
    await expect(make()).resolves.toBeTruthy();
  });

  it.each(roles.filter((role) => role !== 'it'))('is nothing for whoever is %s', async (role) => {
    const somebody = await aPerson().being(role).save(scim.api.manager);
    const { token } = await make();
    await expect(make({}, somebody)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(scim.api.confirmed(somebody).send(LIST)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(scim.api.confirmed(somebody).send(REVOKE, { id: token.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is for those who have just said again who they are', async () => {
    const { token } = await make();
    const unconfirmed = scim.api.as(scim.it);
    for (const [query, variables] of [[LIST, {}], [makeToken, { input: { name: 'Directory', days: 30 } }], [REVOKE, { id: token.id }]] as const) {
      await expect(unconfirmed.send(query, variables)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    }
    await expect(make()).resolves.toBeTruthy();
  });

  it('that nobody made cannot be revoked', async () => {
    await expect(scim.asIt.send(REVOKE, { id: scim.it.id })).rejects.toMatchObject({ code: 'SCIM_TOKEN_NOT_FOUND' });
    await expect(scim.asIt.send(REVOKE, { id: 'x' })).rejects.toMatchObject({ code: 'ID_INVALID' });
  });
});

describe('SCIM_TOKEN', () => {
  it.each([[undefined, null], ['', null], ['  ', null], [' abcdefghijklmnopqrstuvwxyz0123456789 ', 'abcdefghijklmnopqrstuvwxyz0123456789']])('%j is read as %j', (text, token) => {
    expect(parseScimToken(text)).toEqual({ token });
  });

  it.each(['hunter2', 'hunter2 hunter2 hunter2 hunter2 hunter2'])('is refused without being echoed: %s', (text) => {
    const read = parseScimToken(text);
    expect(read).toEqual({ faults: [expect.stringMatching(/^SCIM_TOKEN is not valid: use 32 characters or more[^\n]+\.$/)] });
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });
});
