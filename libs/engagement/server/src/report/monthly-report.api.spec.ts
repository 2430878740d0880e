import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { engagementAndBelow } from '../testing/domains.ts';
import { MonthlyReport } from './monthly-report.ts';
import { isAtWork, lastDayOf, monthBefore, monthOfReport, reportId } from './report-month.ts';

let api: TestApi;
let hr: PersonEntity, alsoHr: PersonEntity, executive: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_visit CASCADE');
  hr = await aPerson().being('hr').save(api.manager);
  alsoHr = await aPerson().being('hr', 'it').save(api.manager);
  executive = await aPerson().being('executive', 'works-council').save(api.manager);
  await people(api.manager, 7);
  await visit('2026-03-31');
});

const { told, change } = aNotificationReader(() => api);
const visit = (day: string) => api.manager.query('INSERT INTO engagement_visit (person_id, day) VALUES ($1, $2)', [executive.id, day]);
const tell = (now: string) => api.app.get(MonthlyReport, { strict: false }).tell(new Date(now));
// Wednesday.
const firstOfApril = '2026-04-01T05:00:00Z';
const ofMarch = ['MONTHLY_REPORT', 'engagement-report', reportId('2026-03'), '2026-03'];

describe('the monthly report', () => {
  it('is told to HR alone, once, however often the job runs', async () => {
    const gone = await aPerson().being('hr').gone().save(api.manager);
    await Promise.all([tell(firstOfApril), tell(firstOfApril)]);
    await tell('2026-04-02T05:00:00Z');
    for (const reader of [hr, alsoHr]) expect(await told(reader)).toEqual([ofMarch]);
    expect(await told(executive)).toEqual([]);
    expect(await api.manager.query('SELECT count(*)::int AS told FROM notification WHERE recipient_id = $1', [gone.id])).toEqual([{ told: 0 }]);
  });

  it('is told each month', async () => {
    await visit('2026-04-15');
    await tell(firstOfApril);
    await tell('2026-05-01T05:00:00Z');
    expect(await told(hr)).toEqual([['MONTHLY_REPORT', 'engagement-report', reportId('2026-04'), '2026-04'], ofMarch]);
  });

  it('is told late by a server that stood still, and to nobody before a working day', async () => {
    await visit('2026-07-01');
    await tell('2026-08-01T05:00:00Z');
    await tell('2026-08-02T05:00:00Z');
    expect(await told(hr)).toEqual([]);
    await tell('2026-08-03T05:00:00Z');
    expect(await told(hr)).toHaveLength(1);
  });

  it('is not told to who turned it off', async () => {
    await change(hr, { offKinds: ['MONTHLY_REPORT'] });
    await tell(firstOfApril);
    expect([await told(hr), await told(alsoHr)]).toEqual([[], [ofMarch]]);
  });

  it.each([
    ['nobody came in the month', () => api.manager.query('UPDATE engagement_visit SET day = $1', ['2026-04-01'])],
    ['the company is smaller than any group that may be told of', () => api.manager.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [executive.id])],
  ])('is not told when %s', async (_what, empty) => {
    await empty();
    await tell(firstOfApril);
    expect(await told(hr)).toEqual([]);
  });

  it('is gone for who is not of HR any more', async () => {
    await tell(firstOfApril);
    await api.manager.query(`UPDATE person SET roles = '{employee}' WHERE id = $1`, [hr.id]);
    expect([await told(hr), await told(alsoHr)]).toEqual([[], [ofMarch]]);
  });
});

describe('the month of a report', () => {
  it.each([
    ['2026-03-31T23:59:59Z', '2026-02', '2026-02-28'],
    ['2026-01-01T00:00:00Z', '2025-12', '2025-12-31'],
    ['2024-03-01T05:00:00Z', '2024-02', '2024-02-29'],
  ])('at %s is %s, and ends on %s', (now, month, last) => {
    expect([monthBefore(new Date(now)), lastDayOf(month)]).toEqual([month, last]);
  });

  it('is known by its id, and by no other', () => {
    expect(monthOfReport(reportId('2026-03'))).toBe('2026-03');
    for (const id of ['0199a000-0000-7000-8000-000000000000', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']) expect(monthOfReport(id)).toBeNull();
  });

  it.each([
    ['2026-04-01', true],
    ['2026-08-01', false],
    ['2026-08-02', false],
    ['2026-08-03', true],
    ['2026-11-01', false],
    ['2026-11-02', true],
  ])('is told of on %s: %s', (day, isTold) => {
    expect(isAtWork(new Date(`${day}T05:00:00Z`))).toBe(isTold);
  });
});
