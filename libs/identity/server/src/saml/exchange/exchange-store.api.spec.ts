import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { platformDomain } from '@parvis/platform/server';
import { identityDomain } from '../../identity.domain.ts';
import { TestApi } from '../../testing/test-api.ts';
import { MemoryExchangeStore } from '../testing/memory-exchange-store.ts';
import type { ExchangeStore, PendingRequest } from './exchange-store.ts';
import { PostgresExchangeStore } from './postgres-exchange-store.ts';
import { SamlMessageEntity } from './saml-message.entity.ts';
import { SamlRequestEntity } from './saml-request.entity.ts';

const minute = 60_000;
const inMs = (ms: number) => new Date(Date.now() + ms);
const newId = () => `_${randomBytes(8).toString('hex')}`;
const request = (expiresAt = inMs(minute)): PendingRequest => ({
  id: newId(), issuer: 'idp', browserHash: randomBytes(32), returnTo: 'https://parvis.example/', createdAt: new Date(), expiresAt, purpose: 'sign-in', sessionId: null, isAnswered: false,
});
const message = () => ({ issuer: 'idp', id: newId(), expiresAt: inMs(minute) });

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain]);
});
afterAll(() => api.stop());

describe.each<[string, () => ExchangeStore]>([
  ['PostgreSQL', () => api.app.get(PostgresExchangeStore, { strict: false })],
  ['memory', () => new MemoryExchangeStore(() => new Date())],
])('the exchanges in %s', (_, storeOf) => {
  it('are found until they expire', async () => {
    const store = storeOf();
    const [fresh, stale] = [request(), request(inMs(-1))];
    await store.remember(fresh);
    await store.remember(stale);

    await expect(store.find(fresh.id)).resolves.toEqual(fresh);
    await expect(store.find(stale.id)).resolves.toBeNull();
    await expect(store.find('_never')).resolves.toBeNull();
  });

  it('are answered once', async () => {
    const store = storeOf();
    const pending = request();
    await store.remember(pending);

    const outcomes = await Promise.all([message(), message(), message()].map((one) => store.answer(pending.id, one)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    await expect(store.find(pending.id)).resolves.toMatchObject({ isAnswered: true });
  });

  it('take a message once, and stay open when it was taken before', async () => {
    const store = storeOf();
    const [one, two, used] = [request(), request(), message()];
    await store.remember(one);
    await store.remember(two);

    await expect(store.answer(one.id, used)).resolves.toBe(true);
    await expect(store.answer(two.id, used)).resolves.toBe(false);
    await expect(store.find(two.id)).resolves.toMatchObject({ isAnswered: false });
    await expect(store.see(used)).resolves.toBe(false);
    await expect(store.see(message())).resolves.toBe(true);
  });

  it('are not answered when unknown or expired', async () => {
    const store = storeOf();
    const stale = request(inMs(-1));
    await store.remember(stale);
    await expect(store.answer(stale.id, message())).resolves.toBe(false);
    await expect(store.answer('_never', message())).resolves.toBe(false);
  });
});

it('forgets in PostgreSQL what has expired', async () => {
  const store = new PostgresExchangeStore(api.dataSource, api.app.get(PostgresExchangeStore, { strict: false })['transactions']);
  await api.manager.insert(SamlRequestEntity, { ...rowOf(request(inMs(-1))), id: '_old' });
  await api.manager.insert(SamlMessageEntity, { issuer: 'idp', id: '_old', expiresAt: inMs(-1) });
  await store.remember(request());
  expect(await api.manager.findBy(SamlRequestEntity, { id: '_old' })).toEqual([]);
  expect(await api.manager.findBy(SamlMessageEntity, { id: '_old' })).toEqual([]);
});

function rowOf({ isAnswered: _, ...row }: PendingRequest) {
  return { ...row, answeredAt: null };
}
