import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type PersonEntity, roles } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { rollUp, rollUpAnew } from './roll-up/roll-up.ts';
import { engagementAndBelow } from './testing/domains.ts';
import { Network } from './testing/network.ts';

const READ = `query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) {
  people leftOut minGroup crossing { ties eiIndex eiExpected modularity reciprocity }
} }`;

interface Read {
  people: number | null;
  leftOut: number | null;
  minGroup: number;
  crossing: { ties: number; eiIndex: number | null; eiExpected: number | null; modularity: number | null; reciprocity: number | null } | null;
}

interface Figures {
  adoption: Record<string, number> | null;
  participation: Record<string, number | null> | null;
  answers: Record<string, number | null> | null;
  rhythm: { hours: number[][]; outsideShare: number | null } | null;
  example: Record<string, number | null> | null;
}

let api: TestApi;
let network: Network;
let hr: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_leave, engagement_former, post, comment, reaction, engagement_event, engagement_pending, engagement_visit, engagement_writing, engagement_day CASCADE');
  network = new Network(api.manager);
  // Of no department, and so in none of their figures.
  hr = await told().being('hr').save(api.manager);
});
afterAll(() => api.stop());

/** Somebody of the HR file, who has been there always. */
const told = () => aPerson().with({ owners: { surname: 'hr' } });

async function read(from: string, to: string, department: string | null = null): Promise<Read> {
  await rollUp(api.dataSource);
  return (await api.as(hr).send<{ engagement: Read }>(READ, { from, to, department })).engagement;
}
const inDepartment = (department: string, number: number): Promise<PersonEntity[]> => Promise.all(Array.from({ length: number }, () => told().in(department).save(api.manager)));

describe('the engagement of a small company', () => {
  let a: PersonEntity[], b: PersonEntity[], c: PersonEntity[];
  const march = ['2026-03-01', '2026-03-31'] as const;

  /** Twelve people in three departments, and nine ordered pairs in March: four within departments, five across. */
  beforeEach(async () => {
    [a, b, c] = (await Promise.all([inDepartment('Atelier', 4), inDepartment('Bureau', 4), inDepartment('Commerce', 4)])) as [PersonEntity[], PersonEntity[], PersonEntity[]];
    const [a1, a2, b1, b2, b3, c1, c2, c3] = [a[0], a[1], b[0], b[1], b[2], c[0], c[1], c[2]] as [PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity, PersonEntity];
    const said = await network.comment(a1, a2, '2026-03-02');
    await network.comment(a1, a2, '2026-03-20'); // The same pair again.
    await network.reaction(a2, a1, '2026-03-03');
    await network.mention(a1, b1, '2026-03-04');
    await network.comment(b1, a1, '2026-03-04');
    await network.reaction(b2, b3, '2026-03-05', 'thanks');
    await network.comment(c1, b1, '2026-03-10');
    // A reply under the comment of a1 to the post of a2 addresses both.
    await network.comment(c3, a2, '2026-03-31', { parent: said, time: '23:59:59Z' });
    await network.reaction(c2, c1, '2026-03-11');
    await network.comment(a1, a1, '2026-03-12'); // To oneself.
    await network.comment(b3, c3, '2026-02-28', { time: '23:59:59Z' });
    await network.comment(b3, c3, '2026-04-01', { time: '00:00:00Z' });
  });

  it('is what comes out on paper', async () => {
    const { people, leftOut, crossing } = await read(...march);
    expect([people, leftOut]).toEqual([13, 0]);
    expect(crossing).toEqual({
      ties: 9,
      // External: a1→b1, b1→a1, c1→b1, c3→a1, c3→a2. Internal: a1→a2, a2→a1, b2→b3, c2→c1. (5 − 4) / 9.
      eiIndex: 0.1111,
      // Each of the twelve meets three of the other eleven in their own department: 1 − 2 × 3/11.
      eiExpected: 0.4545,
      // Within: 2 + 1 + 1 of 9. Given 3, 2, 4; received 5, 3, 1. 4/9 − (15 + 6 + 4) / 81.
      modularity: 0.1358,
      // a1 and a2, a1 and b1, both ways.
      reciprocity: 0.4444,
    });
  });

  it('counts a pair once in a period, however the period is cut', async () => {
    expect((await read('2026-03-03', '2026-03-31')).crossing?.ties).toBe(9);
    expect((await read('2026-03-03', '2026-03-19')).crossing?.ties).toBe(6);
    expect((await read('2026-02-28', '2026-04-01')).crossing?.ties).toBe(10);
    expect((await read('2026-05-01', '2026-05-31')).crossing).toEqual({ ties: 0, eiIndex: null, eiExpected: 0.4545, modularity: null, reciprocity: null });
  });

  it('counts people where they were then', async () => {
    await api.manager.query(`UPDATE engagement_standing SET noted_on = '2026-01-01'`);
    const [, mover] = a as [PersonEntity, PersonEntity];
    await api.manager.query(`UPDATE person SET department = 'Bureau' WHERE id = $1`, [mover.id]);
    await api.manager.query(`UPDATE engagement_standing SET since = '2026-03-15' WHERE since > '2026-01-01'`);
    await rollUpAnew(api.dataSource);
    // a2 has moved to Bureau when a1 writes again and c3 replies: a1→a2 still counts where it first was.
    expect((await read(...march)).crossing).toMatchObject({ ties: 9, eiIndex: 0.1111 });
    expect((await read('2026-03-16', '2026-03-31')).crossing).toMatchObject({ ties: 3, eiIndex: 1 });
  });

  it('is the same when it is rolled up day by day, late, again, or all anew', async () => {
    const before = await read(...march);
    // The visit of whoever read.
    expect(await rollUp(api.dataSource)).toBe(1);
    expect(await rollUp(api.dataSource)).toBe(0);
    await rollUpAnew(api.dataSource);
    expect(await read(...march)).toEqual(before);
    const [a1, , , a4] = a as [PersonEntity, PersonEntity, PersonEntity, PersonEntity];
    await network.comment(a4, a1, '2026-03-01');
    await network.reaction(a1, a4, '2026-03-01');
    expect((await read(...march)).crossing).toMatchObject({ ties: 11, reciprocity: 0.5455 });
    expect((await read('2026-03-02', '2026-03-31')).crossing?.ties).toBe(9);
  });

  it('is told to HR, and to nobody else', async () => {
    const [from, to] = march;
    await expect(read(from, to)).resolves.toMatchObject({ people: 13 });
    for (const role of roles.filter((other) => other !== 'hr')) {
      const somebody = await aPerson().being(role).save(api.manager);
      await expect(api.as(somebody).send(READ, { from, to })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(api.anonymous().send(READ, { from, to })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is not told of fewer than ten people, nor of those who could be subtracted from the whole', async () => {
    const told = async () => Promise.all(['Atelier', 'Bureau', 'Commerce'].map(async (department) => (await read(...march, department)).people));
    await api.manager.query(`UPDATE person SET department = 'Commerce' WHERE id = $1`, [hr.id]);
    expect(await read(...march, 'Atelier')).toEqual({ people: null, leftOut: null, minGroup: 10, crossing: null });
    // Ten in the workshop, but the four and the five elsewhere are the company without them.
    await inDepartment('Atelier', 6);
    expect(await told()).toEqual([null, null, null]);
    await inDepartment('Bureau', 2);
    expect(await told()).toEqual([10, null, null]);
    await inDepartment('Bureau', 4);
    // The five of Commerce alone would be the company without the two others.
    expect(await told()).toEqual([null, 10, null]);
    await inDepartment('Commerce', 5);
    expect(await told()).toEqual([10, 10, 10]);
  });

  it('is told of a department with those below it', async () => {
    await api.manager.query(`UPDATE person SET department = 'Commerce' WHERE id = $1`, [hr.id]);
    await Promise.all([inDepartment('Atelier', 6), inDepartment('Bureau', 6), inDepartment('Commerce', 5)]);
    await api.manager.query(`UPDATE person SET manager_id = $1 WHERE id = ANY ($2)`, [a[0]?.id, b.map(({ id }) => id)]);
    await api.manager.query(`UPDATE person SET manager_id = $1 WHERE department = 'Bureau' AND id <> $1`, [b[0]?.id]);
    // Given by Atelier and Bureau: five, of which three stay within a department.
    expect(await read(...march, 'atelier')).toMatchObject({ people: 20, leftOut: 0, crossing: { ties: 5, eiIndex: -0.2 } });
    expect(await read(...march, 'Bureau')).toMatchObject({ people: 10, crossing: { ties: 2 } });
  });

  it('tells who addresses whom by department, those that are too small left out', async () => {
    await api.manager.query(`UPDATE person SET department = 'Commerce' WHERE id = $1`, [hr.id]);
    await Promise.all([inDepartment('Atelier', 6), inDepartment('Bureau', 6)]);
    await rollUp(api.dataSource);
    const MATRIX = `{ engagement(from: "2026-03-01", to: "2026-03-31") { departments crossing { matrix { departments ties } } } }`;
    expect(await api.as(hr).send(MATRIX)).toEqual({ engagement: { departments: ['Bureau'], crossing: { matrix: { departments: ['Bureau'], ties: [[1]] } } } });
    await inDepartment('Commerce', 5);
    expect(await api.as(hr).send(MATRIX)).toMatchObject({ engagement: { crossing: { matrix: { departments: ['Atelier', 'Bureau', 'Commerce'], ties: [[2, 1, 0], [1, 1, 0], [2, 1, 1]] } } } });
    const OF_ONE = `{ engagement(from: "2026-03-01", to: "2026-03-31", department: "Commerce") { crossing { ties reciprocity matrix { departments } } } }`;
    expect(await api.as(hr).send(OF_ONE)).toEqual({ engagement: { crossing: { ties: 4, reciprocity: null, matrix: null } } });
  });

  it('is told month by month too', async () => {
    const MONTHS = `query ($from: Date!, $to: Date!) { engagementMonths(from: $from, to: $to) { from to people crossing { ties } } }`;
    await rollUp(api.dataSource);
    const period = { from: '2026-02-28', to: '2026-04-01' };
    expect(await api.as(hr).send(MONTHS, period)).toEqual({
      engagementMonths: [
        { from: '2026-02-28', to: '2026-02-28', people: 13, crossing: { ties: 1 } },
        { from: '2026-03-01', to: '2026-03-31', people: 13, crossing: { ties: 9 } },
        { from: '2026-04-01', to: '2026-04-01', people: 13, crossing: { ties: 1 } },
      ],
    });
    for (const role of roles.filter((other) => other !== 'hr')) {
      await expect(api.as(await aPerson().being(role).save(api.manager)).send(MONTHS, period)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('tells who comes, who writes and when, and what becomes of questions', async () => {
    const [a1, b1, b2] = [a[0], b[0], b[1]] as [PersonEntity, PersonEntity, PersonEntity];
    const question = await network.question(a1, '2026-03-09', '09:00:00Z');
    await network.question(b1, '2026-03-10', '09:00:00Z');
    await network.answer(a1, question, '2026-03-09', '09:10:00Z');
    const accepted = await network.answer(b2, question, '2026-03-09', '10:30:00Z');
    const FIGURES = `query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) {
      adoption { eligible visitors share weeklyActive monthlyActive } participation { contributors share regular written topHundredth topTenth gini }
      answers { asked answered accepted medianMinutes ninetiethMinutes } rhythm { hours outsideShare } example { executives }
    } }`;
    const figures = async (from: string, to: string, department: string | null = null) => {
      await rollUp(api.dataSource);
      return (await api.as(hr).send<{ engagement: Figures }>(FIGURES, { from, to, department })).engagement;
    };
    const { adoption, participation, answers, rhythm, example } = await figures(...march);
    // a1, a2, b1, b2, c1, c2 and c3 wrote or reacted, and those to whom somebody reacted had written that morning: b3, c1 and a1; of those, c1 and c3 came last on Tuesday the 31st.
    expect(adoption).toEqual({ eligible: 13, visitors: 8, share: 0.6154, weeklyActive: 1, monthlyActive: 8 });
    // Written: comments of a1 (three, one to herself), b1, c1 and c3; posts of a1 (the mention, a question, one reacted to), b1, b3 and c1; answers of a1 and b2. Of four weeks, a1 wrote in three and b1 in two.
    expect(participation).toMatchObject({ contributors: 6, share: 0.75, regular: 2, written: 14, topHundredth: null, topTenth: null });
    expect(answers).toEqual({ asked: 2, answered: 1, accepted: 0, medianMinutes: 90, ninetiethMinutes: 90 });
    // Noon in UTC is one o'clock in the afternoon in Paris, in winter.
    expect(rhythm?.hours[0]?.[13]).toBeGreaterThan(0);
    // c3, at 23:59 in UTC: nearly two o'clock at night on the first of April, in summer time already.
    expect(rhythm?.hours[2]?.[1]).toBe(1);
    expect(example).toBeNull();
    await api.manager.query('UPDATE comment SET is_accepted = true WHERE id = $1', [accepted]);
    expect((await figures(...march)).answers).toMatchObject({ accepted: 1 });
    await api.manager.query('UPDATE comment SET deleted_at = now() WHERE id = $1', [accepted]);
    expect((await figures(...march)).answers).toMatchObject({ answered: 0, accepted: 0, medianMinutes: null });
  });

  it('tells of executives as a group, when they are enough', async () => {
    const executives = await Promise.all(Array.from({ length: 10 }, (_, i) => told().in(['Atelier', 'Bureau', 'Commerce'][i % 3] as string).being('executive').save(api.manager)));
    await Promise.all([inDepartment('Atelier', 12), inDepartment('Bureau', 12), inDepartment('Commerce', 12)]);
    const [first, second] = executives as [PersonEntity, PersonEntity];
    const [a1] = a as [PersonEntity];
    await network.comment(first, a1, '2026-03-20');
    await network.comment(second, first, '2026-03-21');
    await network.comment(first, second, '2026-02-25');
    const EXAMPLE = `query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) { example { executives contributors written replyShare delegatedShare communities } } }`;
    await rollUp(api.dataSource);
    const read = (department: string | null) => api.as(hr).send(EXAMPLE, { from: '2026-02-01', to: '2026-03-31', department });
    // Two of them in the last thirty days; of three comments, one to somebody who is no executive.
    expect(await read(null)).toEqual({ engagement: { example: { executives: 10, contributors: 2, written: 3, replyShare: 0.3333, delegatedShare: 0, communities: 0 } } });
    expect(await read('Bureau')).toEqual({ engagement: { example: null } });
    await api.manager.query(`UPDATE person SET deactivated_at = '2026-03-30T12:00:00Z' WHERE id = $1`, [first.id]);
    expect(await read(null)).toEqual({ engagement: { example: null } });
  });

  it('is told of a place of work or a level as far as the gate allows, ties left out', async () => {
    await inDepartment('Atelier', 30);
    await api.manager.query(`INSERT INTO profile (person_id, location) SELECT id, CASE WHEN row_number() OVER (ORDER BY id) <= 12 THEN 'Lyon' ELSE 'Lille' END FROM person WHERE department = 'Atelier' ON CONFLICT (person_id) DO UPDATE SET location = excluded.location`);
    await rollUp(api.dataSource);
    const FILTERED = `query ($location: String, $level: StandingLevel) { engagement(from: "2026-03-01", to: "2026-03-31", location: $location, level: $level) { people locations levels adoption { eligible } crossing { ties } } }`;
    const send = (variables: Record<string, unknown>) => api.as(hr).send<{ engagement: unknown }>(FILTERED, variables);
    expect((await send({ location: 'lyon' })).engagement).toMatchObject({ people: 12, locations: ['Lyon'], levels: ['EMPLOYEE'], adoption: { eligible: 12 }, crossing: null });
    // Those of the other departments, nine, hide among the people of Lille.
    expect((await send({ location: 'Lille' })).engagement).toMatchObject({ people: null, adoption: null });
    expect((await send({ location: 'Lyon', level: 'EXECUTIVE' })).engagement).toMatchObject({ people: null, adoption: null, crossing: null });
    await expect(send({ location: 'Nowhere' })).rejects.toMatchObject({ code: 'ENGAGEMENT_LOCATION_UNKNOWN' });
  });

  it('refuses a level that there is not, and tells those that there are', async () => {
    const send = (level: string) => api.as(hr).send(`query ($level: StandingLevel) { engagement(from: "2026-03-01", to: "2026-03-31", level: $level) { people } }`, { level });
    await expect(send('EMPLOYEE')).resolves.toHaveProperty('engagement');
    await expect(send('KING')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each([
    ['ENGAGEMENT_PERIOD_REVERSED', '2026-03-31', '2026-03-01', null],
    ['ENGAGEMENT_PERIOD_FUTURE', '2026-03-01', '2999-01-01', null],
    ['ENGAGEMENT_PERIOD_TOO_LONG', '2016-03-01', '2026-03-01', null],
    ['ENGAGEMENT_DAY_INVALID', '2026-02-30', '2026-03-01', null],
    ['ENGAGEMENT_DAY_INVALID', 'yesterday', '2026-03-01', null],
    ['ENGAGEMENT_DEPARTMENT_UNKNOWN', '2026-03-01', '2026-03-31', 'Nowhere'],
  ])('answers %s to what makes no sense', async (code, from, to, department) => {
    await expect(read(from, to, department)).rejects.toMatchObject({ code });
    await expect(read(...march, null)).resolves.toMatchObject({ people: 13 });
  });
});
