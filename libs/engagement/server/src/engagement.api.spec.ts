import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { communitiesDomain } from '@parvis/communities/server';
import { conversationsDomain } from '@parvis/conversations/server';
import { feedDomain } from '@parvis/feed/server';
import { ideasDomain } from '@parvis/ideas/server';
import { identityDomain, type PersonEntity, roles } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { leadershipDomain } from '@parvis/leadership/server';
import { mediaDomain } from '@parvis/media/server';
import { notificationsDomain } from '@parvis/notifications/server';
import { peopleDomain } from '@parvis/people/server';
import { platformDomain } from '@parvis/platform/server';
import { searchDomain } from '@parvis/search/server';
import { wikiDomain } from '@parvis/wiki/server';
import { engagementDomain } from './engagement.domain.ts';
import { rollUp, rollUpAnew } from './roll-up/roll-up.ts';
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

let api: TestApi;
let network: Network;
let hr: PersonEntity;

beforeAll(async () => {
  const lower = [platformDomain, identityDomain, mediaDomain, peopleDomain, communitiesDomain, notificationsDomain, searchDomain, conversationsDomain, feedDomain];
  api = await TestApi.start([...lower, leadershipDomain, wikiDomain, ideasDomain, engagementDomain]);
});
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, post, comment, reaction, engagement_event, engagement_pending, engagement_day CASCADE');
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
