import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { platformDomain, Transactions } from '@parvis/platform/server';
import { io, type Socket } from 'socket.io-client';
import { identityDomain } from '../identity.domain.ts';
import type { PersonEntity } from '../person/person.entity.ts';
import { aPerson, TestApi } from '../testing/index.ts';
import { SessionEntity } from './session.entity.ts';
import { Sessions } from './sessions.ts';

let api: TestApi;
let sessions: Sessions;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain]);
  sessions = api.app.get(Sessions, { strict: false });
});
afterAll(() => api.stop());

const origin = { issuer: 'https://idp.example.org', nameId: 'ada', nameIdFormat: null, sessionIndex: '_1', notOnOrAfter: null };
const open = (person: PersonEntity, change = {}) => api.app.get(Transactions).run((tx) => sessions.open(tx, person.id, { ...origin, nameId: person.identifier, ...change }));
const somebody = () => aPerson().being('executive').save(api.manager);

const ask = (cookie?: string) => fetch(`${api.url}/auth/session`, { headers: cookie ? { cookie } : {} });
const knows = async (token: string) => (await ask(`parvis=${token}`)).status === 200;

async function socketOf(token: string): Promise<Socket> {
  const socket = io(api.url, { transports: ['websocket'], extraHeaders: { cookie: `parvis=${token}` }, forceNew: true, reconnection: false });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}
const cut = (socket: Socket) => new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));

describe('/auth/session', () => {
  it('says who is signed in, and nothing to be kept', async () => {
    const person = await somebody();
    const { token } = await open(person);
    const response = await ask(`parvis=${token}`);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ person: { id: person.id, displayName: person.displayName, email: person.email, roles: ['employee', 'executive'] } });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([['no cookie', undefined], ['a token that is made up', `parvis=${'a'.repeat(43)}`], ['an empty token', 'parvis='], ['a token that is too long', `parvis=${'a'.repeat(5_000)}`], ['a cookie that cannot be read', 'parvis=%E0%A4%A']])(
    'answers 401 to %s',
    async (_what, cookie) => {
      const response = await ask(cookie);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ error: { code: 'UNAUTHENTICATED' } });
    },
  );

  it('forgets a session that has expired', async () => {
    const person = await somebody();
    const { token } = await open(person);
    expect(await knows(token)).toBe(true);
    await api.manager.update(SessionEntity, { personId: person.id }, { expiresAt: new Date(Date.now() - 1) });
    expect(await knows(token)).toBe(false);
    await expect(socketOf(token)).rejects.toMatchObject({ message: 'UNAUTHENTICATED' });
  });

  it('forgets a session that has ended, and no other', async () => {
    const person = await somebody();
    const [one, other] = [await open(person), await open(person)];
    await sessions.end(one.token);
    expect([await knows(one.token), await knows(other.token)]).toEqual([false, true]);
  });

  it('forgets people who left the company, at once', async () => {
    const person = await somebody();
    const { token } = await open(person);
    await api.manager.update('person', person.id, { deactivatedAt: new Date() });
    expect(await knows(token)).toBe(false);
    await expect(fetch(`${api.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: `parvis=${token}` }, body: '{"query":"{ viewer { roles } }"}' }).then((r) => r.json())).resolves.toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});

describe('a session', () => {
  it('lasts a working day, but no longer than the identity provider’s own', async () => {
    const person = await somebody();
    const hours = async (notOnOrAfter: Date | null) => ((await open(person, { notOnOrAfter })).expiresAt.getTime() - Date.now()) / 3_600_000;
    const inHours = (number: number) => new Date(Date.now() + number * 3_600_000);

    expect(await hours(null)).toBeCloseTo(12, 1);
    expect(await hours(inHours(2))).toBeCloseTo(2, 1);
    expect(await hours(inHours(48))).toBeCloseTo(12, 1);
  });

  it('is kept by the hash of its token alone', async () => {
    const person = await somebody();
    const { token } = await open(person);
    const rows = await api.manager.query('SELECT row_to_json(session)::text AS row FROM session WHERE person_id = $1', [person.id]);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('says at its end where it came from, once', async () => {
    const { token, expiresAt } = await open(await somebody(), { nameId: 'ada', nameQualifier: 'https://idp.example.org', spNameQualifier: 'https://parvis.example', sessionIndex: '_7' });
    await expect(sessions.end(token)).resolves.toEqual({ ...origin, nameId: 'ada', nameQualifier: 'https://idp.example.org', spNameQualifier: 'https://parvis.example', sessionIndex: '_7', notOnOrAfter: expiresAt });
    await expect(sessions.end(token)).resolves.toBeNull();
  });

  it.each([
    ['one sign-in', { sessionIndexes: ['_1'] }, [false, true, true]],
    ['several sign-ins', { sessionIndexes: ['_1', '_2'] }, [false, false, true]],
    ['all of the person there', { sessionIndexes: [] }, [false, false, true]],
    ['another provider', { issuer: 'https://other.example.org', sessionIndexes: [] }, [true, true, true]],
  ])('ends by the word of the identity provider: %s', async (_what, change, left) => {
    const [person, other] = [await somebody(), await somebody()];
    const tokens = [await open(person, { sessionIndex: '_1' }), await open(person, { sessionIndex: '_2' }), await open(other, { sessionIndex: '_1' })].map(({ token }) => token);

    await expect(sessions.endByOrigin({ issuer: origin.issuer, nameId: person.identifier, ...change })).resolves.toBe(left.filter((isLeft) => !isLeft).length);
    expect(await Promise.all(tokens.map(knows))).toEqual(left);
  });

  it('takes its sockets with it, and not those of others', async () => {
    const person = await somebody();
    const [one, other] = [await open(person, { sessionIndex: '_1' }), await open(person, { sessionIndex: '_2' })];
    const [mine, alsoMine] = [await socketOf(one.token), await socketOf(other.token)];

    const first = cut(mine);
    await sessions.end(one.token);
    await first;
    await alsoMine.emitWithAck('watch', { topic: 'home' });
    expect(alsoMine.connected).toBe(true);

    const second = cut(alsoMine);
    await sessions.endByOrigin({ issuer: origin.issuer, nameId: person.identifier, sessionIndexes: [] });
    await second;
    await expect(socketOf(one.token)).rejects.toMatchObject({ message: 'UNAUTHENTICATED' });
  });
});
