import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { newId } from '@parvis/platform/server';
import { type Day, dayNumber } from '../period/day.ts';
import { rebuild } from '../roll-up/rebuild.ts';
import { rollUp } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { coursesOf } from './courses.ts';
import { placeOn } from './standing.ts';
import { stoodOn } from './stood-on.ts';

const READ = `query ($seniority: Seniority, $department: ID, $from: Date = "2026-03-01", $to: Date = "2026-03-31") { engagement(from: $from, to: $to, seniority: $seniority, department: $department) {
  people leftOut seniorities adoption { eligible visitors } crossing { ties } ideas { submitted }
} }`;

interface Read {
  people: number | null;
  leftOut: number | null;
  seniorities: string[];
  adoption: { eligible: number; visitors: number } | null;
}

let api: TestApi;
let hr: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, engagement_event, engagement_pending, engagement_visit, engagement_writing, engagement_day CASCADE');
  hr = await told().being('hr').save(api.manager);
});

const told = (department = 'Atelier') => aPerson().in(department).with({ owners: { surname: 'hr' } });

/** So many people, hired on a day; null: nobody knows when. */
async function hired(hiredOn: Day | null, number: number, department?: string): Promise<PersonEntity[]> {
  const people = await Promise.all(Array.from({ length: number }, () => told(department).save(api.manager)));
  for (const { id } of people) await api.manager.query(`INSERT INTO profile (person_id, hired_on) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET hired_on = excluded.hired_on`, [id, hiredOn]);
  return people;
}

const came = (person: PersonEntity | undefined, day: string) =>
  api.manager.query(`INSERT INTO session (id, token_hash, person_id, issuer, name_id, created_at, expires_at) VALUES ($1, $2, $3, '', '', $4, $4)`, [newId(), Buffer.from(newId()), person?.id, `${day}T08:00:00Z`]);

async function read(seniority: string | null = null, period = {}): Promise<Read> {
  await rollUp(api.dataSource);
  return (await api.as(hr).send<{ engagement: Read }>(READ, { seniority, ...period })).engagement;
}

describe('figures by seniority', () => {
  it('count people in the bracket in which they were on that day', async () => {
    // Ten years on 16 March.
    const moving = await hired('2016-03-16', 12);
    await hired('2020-01-01', 12);
    await hired('2001-01-01', 12);
    await api.manager.query(`INSERT INTO profile (person_id, hired_on) VALUES ($1, '2001-01-01')`, [hr.id]);
    for (const day of ['2026-03-10', '2026-03-20']) await came(moving[0], day);
    await came(moving[1], '2026-03-20');
    expect(await read()).toMatchObject({ people: 37, seniorities: ['THREE_TO_TEN', 'TEN_OR_MORE'], adoption: { visitors: 2 } });
    expect(await read('THREE_TO_TEN')).toMatchObject({ people: 12, adoption: { eligible: 24, visitors: 1 }, crossing: null });
    expect(await read('TEN_OR_MORE')).toMatchObject({ people: 25, adoption: { eligible: 13, visitors: 1 } });
    expect(await read('THREE_TO_TEN', { to: '2026-03-15' })).toMatchObject({ people: 24, adoption: { visitors: 1 } });
    expect(await read('TEN_OR_MORE', { from: '2026-03-16' })).toMatchObject({ people: 25, adoption: { visitors: 2 } });
    expect(await rebuild(api.dataSource)).toMatchObject({ differing: [] });
  });

  it('are not told of too few, nor of those who would be the difference', async () => {
    await hired('2020-01-01', 30);
    await hired('2026-01-01', 8);
    const refused = { people: null, leftOut: null, seniorities: [], adoption: null };
    expect(await read('FIRST_YEAR')).toMatchObject(refused);
    // Those of three to ten years are the company without the eight and hr, of whom nobody knows when they were hired.
    expect(await read('THREE_TO_TEN')).toMatchObject(refused);
    await hired('2026-01-02', 1);
    expect([(await read('FIRST_YEAR')).people, (await read('THREE_TO_TEN')).people]).toEqual([null, 30]);
    await hired('2026-01-03', 1);
    // Those of the first year would be enough now, but hr would be alone.
    expect([(await read('FIRST_YEAR')).people, (await read('THREE_TO_TEN')).people]).toEqual([null, 30]);
    await hired(null, 9);
    expect(await read('FIRST_YEAR')).toMatchObject({ people: 10, leftOut: 0, seniorities: ['FIRST_YEAR', 'THREE_TO_TEN'] });
    expect(await read('THREE_TO_TEN')).toMatchObject({ people: 30, leftOut: 0 });
    expect(await read('ONE_TO_THREE')).toMatchObject({ people: null });
  });

  it('are told of the whole company where no department could be told by them', async () => {
    await api.manager.query(`INSERT INTO profile (person_id, hired_on) VALUES ($1, '2001-01-01')`, [hr.id]);
    const departments = ['Atelier', 'Bureau', 'Commerce', 'Dépôt'];
    const people = await Promise.all(departments.map(async (department) => [...(await hired('2026-01-01', 3, department)), ...(await hired('2001-01-01', 8, department))]));
    for (const [newcomer, , , elder] of people) for (const person of [newcomer, elder]) await came(person, '2026-03-10');
    expect(await read('FIRST_YEAR')).toMatchObject({ people: 12, leftOut: 0, seniorities: ['FIRST_YEAR', 'TEN_OR_MORE'], adoption: { eligible: 12, visitors: 4 }, crossing: null, ideas: { submitted: 0 } });
    expect(await read('TEN_OR_MORE')).toMatchObject({ people: 33, leftOut: 0, adoption: { visitors: 4 } });
    expect((await read('FIRST_YEAR', { department: 'Bureau' })).people).toBe(null);
    // The one more whom few differ from.
    await hired('2020-01-01', 1, 'Dépôt');
    expect([(await read('FIRST_YEAR')).people, (await read('TEN_OR_MORE')).people]).toEqual([null, null]);
  });

  it('follow a day of hiring that is put right', async () => {
    const [one] = await hired('2020-01-01', 12);
    await hired('2026-01-01', 12);
    await hired(null, 9);
    await came(one, '2026-03-10');
    expect([(await read('THREE_TO_TEN')).adoption?.visitors, (await read('FIRST_YEAR')).adoption?.visitors]).toEqual([1, 0]);
    await api.manager.query(`UPDATE profile SET hired_on = '2026-01-15' WHERE person_id = $1`, [one?.id]);
    expect([(await read('THREE_TO_TEN')).adoption?.visitors, (await read('FIRST_YEAR')).adoption?.visitors]).toEqual([0, 1]);
  });
});

describe('the seniority of somebody on a day', () => {
  it('is the same in the gate as in PostgreSQL, on anniversaries, leap days and before they were hired', async () => {
    const days = ['2025-02-27', '2025-02-28', '2025-03-01', '2027-02-27', '2027-02-28', '2027-03-01', '2034-02-27', '2034-02-28', '2034-03-01', '2020-01-01'];
    for (const hiredOn of ['2024-02-28', '2024-02-29', '2024-03-01', null]) {
      const [person] = await hired(hiredOn, 1);
      await api.manager.query(`INSERT INTO engagement_standing (person_id, since, department, level, noted_on) VALUES ($1, '2027-01-01', 'Bureau', 'employee', '2027-01-01')`, [person?.id]);
      const course = (await coursesOf(api.manager, [person?.id as string])).get(person?.id as string) ?? [];
      const rows: unknown[] = await api.manager.query(`SELECT stood.* FROM unnest($2::date[]) WITH ORDINALITY AS asked (day, number) JOIN LATERAL ${stoodOn('$1', 'asked.day')} stood ON true ORDER BY number`, [person?.id, days]);
      expect(rows).toEqual(days.map((day) => placeOn(course, dayNumber(day))));
    }
  });

  it('changes after one, three and ten years', async () => {
    const [person] = await hired('2020-05-10', 1);
    const course = (await coursesOf(api.manager, [person?.id as string])).get(person?.id as string) ?? [];
    const on = (day: Day): string | null => placeOn(course, dayNumber(day)).seniority;
    expect(['2021-05-09', '2021-05-10', '2023-05-09', '2023-05-10', '2030-05-09', '2030-05-10'].map(on)).toEqual(['first-year', 'one-to-three', 'one-to-three', 'three-to-ten', 'three-to-ten', 'ten-or-more']);
  });
});
