import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommunity } from '@parvis/communities/server/testing';
import { Departures } from '@parvis/identity/server';
import { aPerson } from '@parvis/identity/server/testing';
import { Config, createApplication, dataSourceOf, Transactions } from '@parvis/platform/server';
import { io, type Socket } from 'socket.io-client';
import type { DataSource } from 'typeorm';
import { provisioningAndBelow, ScimTestApi } from '../testing/scim-test-api.ts';

let scim: ScimTestApi;
/** Another process on the same database. */
let other: { app: NestExpressApplication; dataSource: DataSource; url: string };
let sockets: Socket[] = [];

beforeAll(async () => {
  scim = await ScimTestApi.start();
  const { options } = scim.api.dataSource;
  const dataSource = dataSourceOf(provisioningAndBelow, (options as { url: string }).url, { poolSize: 3 });
  await dataSource.initialize();
  const app = await createApplication({ config: Config.of({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), dataSource, domains: provisioningAndBelow, logTo: { write: () => undefined } });
  await app.listen(0, '127.0.0.1');
  other = { app, dataSource, url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}` };
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await other.app.close();
  await other.dataSource.destroy();
  await scim.api.stop();
});
beforeEach(() => {
  sockets = [];
});

async function socketAt(url: string, cookie: string): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true, reconnection: false });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}
const cut = (socket: Socket) => new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
const viewerAt = (url: string, cookie: string) =>
  fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: '{"query":"{ viewer { roles } }"}' }).then((answer) => answer.json() as Promise<{ data: object | null; errors?: object[] }>);
let count = 0;
const somebody = async () => {
  count += 1;
  const person = await aPerson().being('moderator').save(scim.api.manager);
  const account = { userName: `leaver${count}@corp.example`, externalId: person.identifier };
  expect((await scim.done('POST', '/Users', account)).id).toBe(person.id);
  return { person, account };
};

const departures: [string, (id: string, account: object) => Promise<unknown>][] = [
  ['Entra ID deactivates them', (id) => scim.patch(id, { op: 'Replace', path: 'active', value: 'False' })],
  ['Okta deactivates them', (id) => scim.patch(id, { op: 'replace', value: { active: false } })],
  ['a PUT says so', (id, account) => scim.done('PUT', `/Users/${id}`, { ...account, active: false })],
  ['their account is deleted', (id) => scim.ask('DELETE', `/Users/${id}`)],
];

describe('whoever leaves is out in every process within a second', () => {
  it.each(departures)('when %s', async (_how, depart) => {
    const { person, account } = await somebody();
    const colleague = await aPerson().save(scim.api.manager);
    const [cookie, ofColleague] = [await scim.api.cookieOf(person.id), await scim.api.cookieOf(colleague.id)];
    const [here, there, stays] = await Promise.all([socketAt(scim.api.url, cookie), socketAt(other.url, cookie), socketAt(other.url, ofColleague)]);
    expect(await viewerAt(other.url, cookie)).toMatchObject({ data: { viewer: { roles: ['EMPLOYEE', 'MODERATOR'] } } });

    const gone = Promise.all([cut(here), cut(there)]);
    await depart(person.id, account);
    const changedAt = Date.now();
    await gone;
    expect(Date.now() - changedAt).toBeLessThan(1_000);
    for (const url of [scim.api.url, other.url]) {
      expect(await viewerAt(url, cookie)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      await expect(socketAt(url, cookie)).rejects.toMatchObject({ message: 'UNAUTHENTICATED' });
    }
    expect(await scim.api.manager.query('SELECT 1 FROM session WHERE person_id = $1', [person.id])).toEqual([]);
    expect(stays.connected).toBe(true);
    const shown = await scim.api.as(colleague).send('query ($id: ID!) { person(id: $id) { displayName isFormer } }', { id: person.id });
    expect(shown).toEqual({ person: { displayName: person.displayName, isFormer: true } });
  });

  it('also when the process that was told cannot tell the others at once', async () => {
    const { person } = await somebody();
    const there = await socketAt(other.url, await scim.api.cookieOf(person.id));
    const gone = cut(there);
    // `shutOut` is left out: only what the transaction wrote goes on.
    await scim.api.app.get(Transactions).run((tx) => scim.api.app.get(Departures, { strict: false }).leave(tx, person.id));
    await gone;
  });
});

describe('whoever comes back', () => {
  const daysAgo = (personId: string, days: number) => scim.api.manager.query(`UPDATE person SET deactivated_at = now() - make_interval(days => $2) WHERE id = $1`, [personId, days]);
  const state = async (personId: string) => {
    const [person] = await scim.api.manager.query(`SELECT roles, deactivated_at AS "deactivatedAt" FROM person WHERE id = $1`, [personId]);
    const memberships = await scim.api.manager.query('SELECT community_id AS id, role FROM membership WHERE person_id = $1 ORDER BY community_id', [personId]);
    return { ...person, memberships };
  };

  it('has everything that they had', async () => {
    const { person, account } = await somebody();
    await scim.api.cookieOf(person.id);
    const [open, closed] = [await aCommunity().with(person).save(scim.api.manager), await aCommunity().being('closed').animatedBy(person).save(scim.api.manager)];
    const before = await state(person.id);
    expect(before.memberships.map(({ id }: { id: string }) => id).sort()).toEqual([open.id, closed.id].sort());
    await scim.ask('DELETE', `/Users/${person.id}`);
    await scim.api.settled();
    await daysAgo(person.id, 89);
    await scim.done('POST', '/Users', account);
    await scim.api.settled();
    expect(await state(person.id)).toEqual(before);
    // Sessions are not brought back.
    expect(await viewerAt(other.url, await scim.api.cookieOf(person.id))).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('after 90 days has no role that was not given anew', async () => {
    const { person } = await somebody();
    await scim.patch(person.id, { op: 'replace', value: { active: false } });
    await daysAgo(person.id, 91);
    await scim.patch(person.id, { op: 'replace', value: { active: true } });
    expect(await state(person.id)).toMatchObject({ roles: ['employee'], deactivatedAt: null });
  });
});
