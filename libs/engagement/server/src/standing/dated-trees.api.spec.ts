import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '@parvis/identity/server';
import { aPerson, TestApi } from '@parvis/identity/server/testing';
import { type Day, dayNumber } from '../period/day.ts';
import { engagementAndBelow } from '../testing/domains.ts';
import { datedTreesOf, noteDepartments } from './dated-trees.ts';

let api: TestApi;
let board: PersonEntity, sales: PersonEntity, works: PersonEntity;

beforeAll(async () => {
  api = await TestApi.start(engagementAndBelow);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.manager.query('TRUNCATE person, engagement_standing, engagement_department CASCADE');
  board = await aPerson().in('Board').with({ owners: { surname: 'hr' } }).save(api.manager);
  [sales, works] = [await headOf('Sales', board), await headOf('Works', board)];
  await headOf('Paint', works);
});

const headOf = (department: string, manager: PersonEntity): Promise<PersonEntity> => aPerson().in(department).with({ managerId: manager.id, owners: { surname: 'hr' } }).save(api.manager);
const paintAnswersTo = (manager: PersonEntity) => api.manager.query(`UPDATE person SET manager_id = $1 WHERE department = 'Paint'`, [manager.id]);
const note = (today: Day) => noteDepartments(api.manager, today);

/** What Paint was part of on some days, the last of each period. */
async function abovePaint(...days: Day[]): Promise<(string | null)[]> {
  const trees = await datedTreesOf(api.manager);
  return days.map((day) => trees.of(dayNumber(day), dayNumber(day)).tree.parentOf('Paint'));
}

describe('the tree of departments over time', () => {
  it('is as it is now until it is noted, and then for all time before', async () => {
    expect(await abovePaint('2020-01-01', '2026-03-10')).toEqual(['Works', 'Works']);
    await paintAnswersTo(sales);
    expect(await abovePaint('2020-01-01')).toEqual(['Sales']);
    await note('2026-03-10');
    await paintAnswersTo(works);
    expect(await abovePaint('2020-01-01', '2026-03-10')).toEqual(['Sales', 'Sales']);
  });

  it('changes with the next month', async () => {
    await note('2026-03-10');
    await paintAnswersTo(sales);
    await note('2026-03-11');
    await note('2026-03-12');
    expect(await abovePaint('2026-03-31', '2026-04-01')).toEqual(['Works', 'Sales']);
    const { tree, formerTrees } = (await datedTreesOf(api.manager)).of(dayNumber('2026-03-20'), dayNumber('2026-04-10'));
    expect([tree.parentOf('Paint'), formerTrees.map(({ tree: former, until }) => [former.parentOf('Paint'), until])]).toEqual(['Sales', [['Works', 12]]]);
  });

  it('does not change for what is put back before that', async () => {
    await note('2026-03-10');
    await paintAnswersTo(sales);
    await note('2026-03-11');
    await paintAnswersTo(works);
    await note('2026-03-12');
    expect(await abovePaint('2026-03-31', '2026-04-01')).toEqual(['Works', 'Works']);
  });

  it('tells a period by the tree of its own last day', async () => {
    const hr = await aPerson().in('Board').being('hr').with({ managerId: board.id, owners: { surname: 'hr' } }).save(api.manager);
    const people = (department: string, manager: PersonEntity) => Promise.all(Array.from({ length: 12 }, () => aPerson().in(department).with({ managerId: manager.id, owners: { surname: 'hr' } }).save(api.manager)));
    const [paint] = await api.manager.query(`SELECT id FROM person WHERE department = 'Paint'`);
    await people('Board', board);
    await people('Sales', sales);
    await people('Works', works);
    await people('Paint', paint);
    await note('2026-03-10');
    await paintAnswersTo(sales);
    await note('2026-03-11');
    const READ = `query ($from: Date!, $to: Date!, $department: ID) { engagement(from: $from, to: $to, department: $department) { people } }`;
    const peopleOf = async (department: string, from: Day, to: Day): Promise<number> => (await api.as(hr).send<{ engagement: { people: number } }>(READ, { department, from, to })).engagement.people;
    const asked = async (from: Day, to: Day) => [await peopleOf('Works', from, to), await peopleOf('Sales', from, to)];
    expect(await asked('2026-03-01', '2026-03-31')).toEqual([26, 13]);
    expect(await asked('2026-03-01', '2026-04-30')).toEqual([13, 26]);
  });
});
