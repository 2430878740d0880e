import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { newId } from '@parvis/platform/server';
import { rollUp } from '../roll-up/roll-up.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { Network } from '../testing/network.ts';

const READ = `query ($department: ID) { engagement(from: "2026-03-01", to: "2026-03-31", department: $department) {
  adoption { visitors } participation { written } answers { asked } rhythm { hours } ideas { submitted } crossing { ties matrix { ties } }
} }`;

interface Read {
  adoption: { visitors: number };
  participation: { written: number };
  answers: { asked: number };
  rhythm: { hours: number[][] };
  ideas: { submitted: number };
  crossing: { ties: number; matrix: { ties: number[][] } | null };
}

let api: TestApi;
let network: Network;
let hr: PersonEntity, alone: PersonEntity;
let workshop: PersonEntity[], office: PersonEntity[];

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, post, comment, reaction, engagement_event, engagement_pending, engagement_visit, engagement_writing, engagement_day CASCADE');
  network = new Network(api.manager);
  [workshop, office] = [await inDepartment('Atelier', 12), await inDepartment('Bureau', 12)];
  hr = await told().in('Bureau').being('hr').save(api.manager);
  alone = await told().in('Commerce').save(api.manager);
});

/** Somebody of the HR file, who has been there always. */
const told = () => aPerson().with({ owners: { surname: 'hr' } });
const inDepartment = (department: string, number: number): Promise<PersonEntity[]> => Promise.all(Array.from({ length: number }, () => told().in(department).save(api.manager)));

/** What is told of the company, less what is told of its two large departments. */
async function difference(): Promise<number[]> {
  const [company, ...parts] = (await Promise.all([null, 'Atelier', 'Bureau'].map(async (department) => (await api.as(hr).send<{ engagement: Read }>(READ, { department })).engagement))) as [Read, Read, Read];
  const figures = ({ adoption, participation, answers, rhythm, ideas }: Read): number[] => [
    adoption.visitors, participation.written, answers.asked, rhythm.hours.flat().reduce((so, acts) => so + acts), ideas.submitted,
  ];
  const between = company.crossing.matrix?.ties.flat().reduce((so, ties) => so + ties, 0) ?? 0;
  return [company.crossing.ties - between, ...figures(company).map((figure, i) => parts.reduce((left, part) => left - (figures(part)[i] as number), figure))];
}

const nothing = [0, 0, 0, 0, 0, 0];

describe('what days hold of somebody where nobody is, as far as is known now', () => {
  beforeEach(async () => {
    const [one, other] = [workshop[0] as PersonEntity, office[0] as PersonEntity];
    await network.comment(one, other, '2026-03-09');
    await network.question(alone, '2026-03-10');
    await network.comment(alone, one, '2026-03-11');
    await network.comment(other, alone, '2026-03-12');
    await rollUp(api.dataSource);
  });

  it('is told neither before nor after the days are made anew', async () => {
    // Now they hide among those of Atelier, of which nothing is told.
    expect(await api.as(hr).send(READ, { department: 'Atelier' })).toMatchObject({ engagement: { adoption: null, crossing: null } });
    await api.manager.query(`INSERT INTO absence (person_id, told_by, from_day, until_day) VALUES ($1, 'hr', '2026-02-20', '2026-04-20')`, [alone.id]);
    expect(await difference()).toEqual(nothing);
    await rollUp(api.dataSource);
    expect(await difference()).toEqual(nothing);
  });

  it('is not told of somebody of whom it is not known any more where they stood', async () => {
    await api.manager.query('DELETE FROM engagement_standing WHERE person_id = $1', [alone.id]);
    expect(await difference()).toEqual(nothing);
  });
});

describe('what is told of somebody afterwards', () => {
  const eligibleVisits = async (): Promise<number> => {
    await rollUp(api.dataSource);
    return (await api.as(hr).send<{ engagement: Read }>(READ, { department: null })).engagement.adoption.visitors;
  };
  const came = (person: PersonEntity, day: string) =>
    api.manager.query(`INSERT INTO session (id, token_hash, person_id, issuer, name_id, created_at, expires_at) VALUES ($1, $2, $3, '', '', $4, $4)`, [newId(), Buffer.from(newId()), person.id, `${day}T08:00:00Z`]);

  it('counts in the days that are over: a long leave, a day of hiring, a department', async () => {
    const [one] = workshop as [PersonEntity];
    await came(one, '2026-03-10');
    expect(await eligibleVisits()).toBe(1);
    await api.manager.query(`INSERT INTO absence (person_id, told_by, from_day, until_day) VALUES ($1, 'hr', '2026-03-01', '2026-03-20')`, [one.id]);
    expect(await eligibleVisits()).toBe(1);
    await api.manager.query(`UPDATE absence SET until_day = '2099-12-31'`);
    expect(await eligibleVisits()).toBe(0);
    await api.manager.query('DELETE FROM absence');
    expect(await eligibleVisits()).toBe(1);
    await api.manager.query(`INSERT INTO profile (person_id, hired_on) VALUES ($1, '2026-03-15') ON CONFLICT (person_id) DO UPDATE SET hired_on = excluded.hired_on`, [one.id]);
    expect(await eligibleVisits()).toBe(0);
    await api.manager.query(`UPDATE profile SET hired_on = '2026-03-01'`);
    expect(await eligibleVisits()).toBe(1);
    const ofOffice = async (): Promise<number> => {
      await rollUp(api.dataSource);
      return (await api.as(hr).send<{ engagement: Read }>(READ, { department: 'Bureau' })).engagement.adoption.visitors;
    };
    await api.manager.query(`UPDATE person SET department = 'Atelier' WHERE id = $1`, [alone.id]);
    expect(await ofOffice()).toBe(0);
    // First told today, and put right today: it has been so always.
    await api.manager.query(`UPDATE person SET department = 'Bureau' WHERE id = $1`, [one.id]);
    expect(await ofOffice()).toBe(1);
  });

  it('does not count what somebody did on a long leave when that is over', async () => {
    const [one] = workshop as [PersonEntity];
    await api.manager.query(`INSERT INTO absence (person_id, told_by, from_day, until_day) VALUES ($1, 'hr', '2026-03-01', '2026-04-20')`, [one.id]);
    await came(one, '2026-03-10');
    expect(await eligibleVisits()).toBe(0);
    await api.manager.query('DELETE FROM absence WHERE until_day < now()::date - 1');
    expect(await eligibleVisits()).toBe(0);
  });

  it('counts somebody once whose next visit is on a long leave', async () => {
    const [one] = workshop as [PersonEntity];
    await api.manager.query(`INSERT INTO absence (person_id, told_by, from_day, until_day) VALUES ($1, 'hr', '2026-02-12', '2026-03-15')`, [one.id]);
    for (const day of ['2026-03-10', '2026-03-20']) await came(one, day);
    await rollUp(api.dataSource);
    await came(one, '2026-02-10');
    await rollUp(api.dataSource);
    const BOTH = `{ engagement(from: "2026-02-01", to: "2026-03-31") { adoption { visitors } } }`;
    expect(await api.as(hr).send(BOTH)).toEqual({ engagement: { adoption: { visitors: 1 } } });
  });
});
