import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityDomain, type PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { firstIdAt, Jobs, newId, platformDomain } from '@parvis/platform/server';
import { operationsDomain } from '../operations.domain.ts';

const READ = '{ retentionAdministration { revision terms { id days standardDays leastDays mostDays } } }';
const PREVIEW = 'query ($id: ID!, $days: Int!) { retentionPreview(id: $id, days: $days) }';
const CHANGE = 'mutation ($input: ChangeRetentionInput!) { changeRetention(input: $input) { revision terms { id days } } }';
const events = 'platform.events';

interface Read {
  retentionAdministration: { revision: number; terms: { id: string; days: number }[] };
}
let api: TestApi;
let it_: PersonEntity, employee: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start([platformDomain, identityDomain, operationsDomain]);
  [it_, employee] = [await aPerson().being('it').save(api.manager), await aPerson().being('hr').save(api.manager)];
  const daysOld = (days: number, state = 'delivered_at') => {
    const at = new Date(Date.now() - days * 86_400_000);
    return api.manager.query(`INSERT INTO outbox_event (id, type, payload, created_at, next_attempt_at, ${state}) VALUES ($1, 'test.happened', '{}', $2, $2, $2)`, [firstIdAt(at).slice(0, 13) + newId().slice(13), at]);
  };
  for (const days of [1, 20, 40, 100]) await daysOld(days);
  await daysOld(100, 'given_up_at');
});
afterAll(() => api.stop());

const read = async () => (await api.confirmed(it_).send<Read>(READ)).retentionAdministration;
const change = async (input: object = {}, person = it_) => api.confirmed(person).send(CHANGE, { input: { id: events, days: 30, typedName: events, revision: (await read()).revision, ...input } });
const preview = async (days: number) => (await api.confirmed(it_).send<{ retentionPreview: number }>(PREVIEW, { id: events, days })).retentionPreview;
const sweep = () => api.app.get(Jobs).run({ name: 'platform.sweep-events' }, {});
const left = async () => (await api.manager.query(`SELECT count(*)::int AS count FROM outbox_event WHERE type = 'test.happened'`))[0].count;

describe('how long things are kept', () => {
  it('is for IT that has lately said who they are', async () => {
    for (const [operation, variables] of [[READ, {}], [PREVIEW, { id: events, days: 30 }]] as const) {
      await expect(api.confirmed(employee).send(operation, variables)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(api.as(it_).send(operation, variables)).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED' });
      await expect(api.confirmed(it_).send(operation, variables)).resolves.toBeDefined();
    }
    await expect(change({}, employee)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('has bounds, and wants the name typed where something would be erased', async () => {
    expect((await read()).terms).toContainEqual({ id: events, days: 90, standardDays: 90, leastDays: 7, mostDays: 395 });
    for (const days of [6, 396]) await expect(change({ days })).rejects.toMatchObject({ code: 'RETENTION_DAYS_INVALID', field: 'days', params: { least: 7, most: 395 } });
    await expect(change({ id: 'platform.everything' })).rejects.toMatchObject({ code: 'RETENTION_TERM_NOT_FOUND' });
    await expect(change({ typedName: '' })).rejects.toMatchObject({ code: 'RETENTION_NAME_DIFFERS', field: 'typedName' });
    await expect(change({ revision: 99 })).rejects.toMatchObject({ code: 'SETTING_CHANGED_MEANWHILE' });
    await expect(change({ days: 120, typedName: '' })).resolves.toBeDefined();
    await expect(change({ days: 90 })).resolves.toBeDefined();
  });

  it('is told before, and holds at the next sweep, for what was done with alone', async () => {
    expect([await preview(30), await preview(90), await preview(7)]).toEqual([2, 1, 3]);
    expect(await left()).toBe(5);
    await change();
    expect(await api.manager.query(`SELECT action, details FROM audit_entry WHERE area = 'configuration' ORDER BY number DESC LIMIT 1`)).toEqual([{ action: 'configuration.retention-changed', details: { term: events, before: 90, after: 30 } }]);
    await sweep();
    expect(await left()).toBe(3);
  });
});
