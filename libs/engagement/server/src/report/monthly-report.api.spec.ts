import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import { aNotificationReader } from '@parvis/notifications/server/testing';
import { LetterSending } from '@parvis/platform/server';
import { headersOf, partOf, TestMailServer } from '@parvis/platform/server/testing';
import { engagementAndBelow } from '../testing/domains.ts';
import { MonthlyReport } from './monthly-report.ts';
import { lastDayOf, monthBefore, monthOfReport, reportId } from './report-month.ts';

let api: TestApi;
let mail: TestMailServer;
let hr: PersonEntity, alsoHr: PersonEntity, executive: PersonEntity;

beforeAll(async () => {
  mail = await TestMailServer.start();
  api = await TestApi.start(engagementAndBelow, { env: { SMTP_URL: mail.url, PARVIS_URL: 'http://parvis.example.com' } });
});
afterAll(async () => {
  await api.stop();
  await mail.stop();
});
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_visit, letter CASCADE');
  hr = await aPerson().being('hr').save(api.manager);
  alsoHr = await aPerson().being('hr', 'it').save(api.manager);
  executive = await aPerson().being('executive', 'works-council').save(api.manager);
  await people(api.manager, 7);
  await visit('2026-03-31');
});

const { told, change } = aNotificationReader(() => api);
const visit = (day: string) => api.manager.query('INSERT INTO engagement_visit (person_id, day) VALUES ($1, $2)', [executive.id, day]);
const tell = (now: string) => api.app.get(MonthlyReport, { strict: false }).tell(new Date(now));
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

  it('makes its sign on the first day on which its reader works, whatever days those are', async () => {
    await visit('2026-07-01');
    const soon = new Date(Date.now() + 86_400_000).getUTCDay() || 7;
    await change(hr, { workingDays: [soon], timeZone: 'UTC', opensAt: 540, closesAt: 1020 });
    await tell('2026-08-01T05:00:00Z');
    const [held]: { heldUntil: Date }[] = await api.manager.query('SELECT held_until AS "heldUntil" FROM notification WHERE recipient_id = $1', [hr.id]);
    const [letter]: { dueAt: Date }[] = await api.manager.query(`SELECT due_at AS "dueAt" FROM letter WHERE payload->>'personId' = $1`, [hr.id]);
    expect([held?.heldUntil.getUTCDay() || 7, held?.heldUntil.getUTCHours(), letter?.dueAt]).toEqual([soon, 9, held?.heldUntil]);
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

describe('the letter on the monthly report', () => {
  const send = async () => {
    await api.manager.query('UPDATE letter SET due_at = now()');
    mail.received.length = 0;
    await api.app.get(LetterSending).sendDue();
    return mail.received;
  };

  it('comes once, to each of HR in their language, and leads to the page', async () => {
    await api.as(alsoHr).send('mutation { tellLanguage(language: EN) { language } }');
    await tell(firstOfApril);
    await tell('2026-04-02T05:00:00Z');
    const got = await send();
    expect(got).toHaveLength(2);
    const subjectsTo = ({ email }: PersonEntity) => got.filter((letter) => letter.to.join() === email).flatMap((letter) => headersOf(letter, 'Subject'));
    expect([subjectsTo(hr), subjectsTo(alsoHr)]).toEqual([['Rapport mensuel des indicateurs\u00a0: mars 2026'], ['Monthly report on the indicators: March 2026']]);
    for (const letter of got) expect(partOf(letter, 'text/plain')).toContain('\nhttp://parvis.example.com/engagement/report?month=2026-03\n');
    expect(await send()).toEqual([]);
  });

  it('holds no figure: no number but those of its month and of its address', async () => {
    await tell(firstOfApril);
    for (const letter of await send()) {
      const words = [partOf(letter, 'text/plain'), partOf(letter, 'text/html').replaceAll(/<style>.*?<\/style>|<[^>]*>|&#39;/gs, '')];
      for (const text of words) expect(text.replaceAll(/https?:\S+|mars 2026/g, '')).not.toMatch(/\d/);
    }
  });

  it('is none to who left HR or the company meanwhile, or turned it off', async () => {
    const gone = await aPerson().being('hr').save(api.manager);
    await change(alsoHr, { mailOffKinds: ['MONTHLY_REPORT'] });
    await tell(firstOfApril);
    await api.manager.query(`UPDATE person SET roles = '{employee}' WHERE id = $1`, [hr.id]);
    await api.manager.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [gone.id]);
    expect(await send()).toEqual([]);
    expect(await told(alsoHr)).toEqual([ofMarch]);
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
});
