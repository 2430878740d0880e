import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, people, TestApi } from '@parvis/identity/server/testing';
import fc from 'fast-check';
import { type Day, dayNumber, dayOf } from '../period/day.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { closeInvitations, drawInvitations } from './pulse-draw.ts';
import { pulseRules } from './pulse-rules.ts';
import { quarterOf } from './quarter.ts';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, engagement_visit, engagement_pulse_quarter CASCADE');
});
afterAll(() => api.stop());

const first = '2026-01-01';
const dayAfter = (day: Day, days: number): Day => dayOf(dayNumber(day) + days);
const visits = (who: readonly { id: string }[], days: readonly Day[]): Promise<unknown> =>
  api.manager.query('INSERT INTO engagement_visit (person_id, day) SELECT person_id, day FROM unnest($1::uuid[]) AS who (person_id), unnest($2::date[]) AS days (day) ON CONFLICT DO NOTHING', [who.map(({ id }) => id), days]);
/** Who is in the HR file, and so has been there always. */
const always = (number: number): Promise<PersonEntity[]> => Promise.all(Array.from({ length: number }, () => aPerson().with({ owners: { surname: 'hr' } }).save(api.manager)));
const askedOn = async (day: Day): Promise<string[]> => {
  const rows: { id: string }[] = await api.manager.query('SELECT person_id AS id FROM engagement_pulse_invitation WHERE asked_on = $1', [day]);
  return rows.map(({ id }) => id);
};

/** Draws day after day, as the job does each night; answers who was asked when. */
async function drawn(from: Day, days: number): Promise<Map<string, Day[]>> {
  const asked = new Map<string, Day[]>();
  for (let number = 0; number < days; number += 1) {
    const day = dayAfter(from, number);
    await closeInvitations(api.dataSource, day);
    await drawInvitations(api.dataSource, day);
    for (const id of await askedOn(day)) asked.set(id, [...(asked.get(id) ?? []), day]);
  }
  return asked;
}

describe('whom the lot falls on', () => {
  it('is never asked twice in a quarter, nor in two in a row, however often they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 40, max: 70 }), fc.integer({ min: 0, max: 364 }), fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 5, maxLength: 5 }), async (number, start, habits) => {
        await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, engagement_visit, engagement_pulse_quarter CASCADE');
        const from = dayAfter(first, start);
        const staff = await always(number);
        // Some come every day, others once a week.
        for (const [index, every] of habits.entries()) {
          await visits(staff.filter((_, who) => who % habits.length === index), Array.from({ length: 470 }, (_, day) => dayAfter(from, day - 14)).filter((_, day) => day % every === 0));
        }
        const asked = await drawn(from, 430);
        for (const days of asked.values()) {
          expect(new Set(days.map(quarterOf)).size).toBe(days.length);
          for (const [index, day] of days.slice(1).entries()) expect(dayNumber(day) - dayNumber(days[index] as Day)).toBeGreaterThanOrEqual(pulseRules.restDays);
        }
        // About once in two quarters for everybody: 430 days hold four and a half.
        const times = [...asked.values()].reduce((sum, days) => sum + days.length, 0);
        expect(times).toBeGreaterThan(number);
        expect(times).toBeLessThan(number * 3);
        const counted: { asked: number }[] = await api.manager.query('SELECT asked FROM engagement_pulse_quarter');
        expect(counted.reduce((sum, { asked: inQuarter }) => sum + inQuarter, 0)).toBe(times);
      }),
      { numRuns: 2 },
    );
  }, 60_000);

  it('is somebody who came on two days of the last fourteen, and is there', async () => {
    const [twice, once, longAgo, gone, away, back, notYet, ...others] = (await always(60)) as [PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity];
    const day = '2026-02-16';
    await visits([twice, gone, away, back, notYet], ['2026-02-02', '2026-02-15']);
    await visits([once], ['2026-02-10', '2026-02-16']);
    await visits([longAgo], ['2026-01-31', '2026-02-01', '2026-02-10']);
    await api.manager.query('UPDATE person SET deactivated_at = now() WHERE id = $1', [gone.id]);
    await api.manager.query(`INSERT INTO absence (person_id, told_by, from_day, until_day) VALUES ($1, 'hr', '2026-02-01', '2026-03-15'), ($2, 'hr', '2026-02-10', '2026-02-20')`, [away.id, back.id]);
    await api.manager.query(`INSERT INTO profile (person_id, hired_on) VALUES ($1, '2026-02-17')`, [notYet.id]);
    expect(others).toHaveLength(53);

    // So many days that the lot falls on everybody on whom it may.
    const asked = new Set<string>();
    for (let number = 0; number < 60; number += 1) {
      await api.manager.query('UPDATE engagement_pulse_quarter SET drawn_on = NULL');
      await drawInvitations(api.dataSource, day);
      for (const id of await askedOn(day)) asked.add(id);
    }
    expect(asked).toEqual(new Set([twice.id, back.id]));
  });

  it('is drawn once a day, however many draw', async () => {
    const staff = await always(300);
    await visits(staff, ['2026-02-14', '2026-02-15']);
    const draws = await Promise.all([1, 2, 3].map(() => drawInvitations(api.dataSource, '2026-02-16')));
    expect(draws.filter((number) => number > 0)).toHaveLength(1);
    expect([1, 2]).toContain(Math.max(...draws));
    expect(await drawInvitations(api.dataSource, '2026-02-16')).toBe(0);
    expect(await drawInvitations(api.dataSource, '2026-02-15')).toBe(0);
  });

  it('is nobody where there are too few people for forty answers', async () => {
    const staff = await people(api.manager, 39);
    const days = Array.from({ length: 40 }, (_, day) => dayAfter(first, day));
    const today = new Date().toISOString().slice(0, 10);
    const sinceToday = days.map((day) => dayAfter(day, dayNumber(today) - dayNumber(first)));
    await visits(staff, sinceToday);
    const from = dayAfter(today, 14);
    expect((await drawn(from, 20)).size).toBe(0);
    await visits(await people(api.manager, 1), sinceToday);
    expect((await drawn(dayAfter(from, 20), 20)).size).toBeGreaterThan(0);
  });
});

describe('an invitation', () => {
  it('does not tell, once its time is over, what became of it', async () => {
    const [answered, declined, ignored] = (await always(3)) as [PersonEntity, PersonEntity, PersonEntity];
    await api.manager.query(`INSERT INTO engagement_pulse_invitation (person_id, asked_on, is_open, closed_with) VALUES ($1, $4, false, gen_random_uuid()), ($2, $4, false, gen_random_uuid()), ($3, $4, true, NULL)`, [answered.id, declined.id, ignored.id, first]);
    const rows = () => api.manager.query(`SELECT DISTINCT asked_on::text, is_open, closed_with IS NULL AS "isSilent", xmin FROM engagement_pulse_invitation`);
    await closeInvitations(api.dataSource, dayAfter(first, pulseRules.openDays - 1));
    expect(await rows()).toHaveLength(2);
    await closeInvitations(api.dataSource, dayAfter(first, pulseRules.openDays));
    expect(await rows()).toEqual([expect.objectContaining({ asked_on: first, is_open: false, isSilent: true })]);
    await closeInvitations(api.dataSource, dayAfter(first, pulseRules.restDays));
    expect(await rows()).toEqual([]);
  });
});
