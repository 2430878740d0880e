import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { dayOf } from '../period/day.ts';
import { keepEventMonths } from '../event/event-months.ts';
import { rollUp, rollUpAnew } from '../roll-up/roll-up.ts';
import { numberedPlaces } from '../standing/places.ts';
import { RolledFigures } from '../day/rolled-figures.ts';
import { firstDay, type Member, middle, MovingCompany } from '../testing/moving-company.ts';
import { countTies } from './crossing.ts';

/** Somebody addressed somebody, by their numbers, on a day of the quarter. */
type Act = readonly [from: number, to: number, day: number];

const departments = ['Atelier', 'Bureau', 'Commerce', null];

let company: MovingCompany;
let dataSource: DataSource;

beforeAll(async () => {
  company = await MovingCompany.open();
  ({ dataSource } = company);
});
afterAll(() => company.close());
const happen = (acts: readonly Act[]) =>
  dataSource.query(
    `INSERT INTO engagement_event (at, kind, actor_id, target_id, subject_id)
     SELECT (day || 'T23:30:00Z')::timestamptz, 'comment', actor, target, gen_random_uuid() FROM unnest($1::text[], $2::uuid[], $3::uuid[]) AS told (day, actor, target)`,
    [acts.map(([, , day]) => dayOf(firstDay + day)), acts.map(([from]) => company.ids[from]), acts.map(([, to]) => company.ids[to])],
  );

/** What `countTies` finds between two days of the quarter. */
async function counted(from: number, to: number) {
  const places = await numberedPlaces(dataSource.manager);
  const departmentOf = new Int32Array(places.reduce((greatest, { id }) => Math.max(greatest, id), 0) + 1).fill(-1);
  for (const { id, department } of places) departmentOf[id] = department === null ? -1 : departments.indexOf(department);
  const days = await new RolledFigures(dataSource).ties.of({ from: dayOf(firstDay + from), to: dayOf(firstDay + to) });
  const { ties, mutual, between } = countTies(days, firstDay + from, departmentOf, 3);
  return { ties, mutual, between: [...between] };
}

/** The same, as one would count it by hand. */
function byHand(people: readonly Member[], acts: readonly Act[], first: number, last: number) {
  const pairs = new Map<string, Act>();
  for (const act of acts.filter(([, , day]) => day >= first && day <= last).toSorted(([, , one], [, , other]) => one - other)) {
    const pair = `${act[0]} ${act[1]}`;
    if (!pairs.has(pair)) pairs.set(pair, act);
  }
  const tally = { ties: pairs.size, mutual: 0, between: Array.from({ length: 9 }, () => 0) };
  for (const [from, to, day] of pairs.values()) {
    if (pairs.has(`${to} ${from}`)) tally.mutual += 1;
    const [out, into] = [people[from], people[to]].map((member) => departments.indexOf(member?.[day < middle ? 0 : 1] ?? null)) as [number, number];
    if (out < 3 && into < 3) tally.between[out * 3 + into] = (tally.between[out * 3 + into] as number) + 1;
  }
  return tally;
}

const acts = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.nat(89)).filter(([from, to]) => from !== to), { maxLength: 60 });
const periods = fc.array(fc.tuple(fc.nat(89), fc.nat(89)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const), { minLength: 4, maxLength: 4 });
const department = fc.constantFrom(...departments);
const members = fc.array(fc.oneof(department.map((name): Member => [name, name]), fc.tuple(department, department)), { minLength: 8, maxLength: 8 });

describe('ties counted from the roll-ups of days', () => {
  it('are those that one counts by hand, whoever moved, whatever came late, in whatever order, and made anew', async () => {
    await fc.assert(
      fc.asyncProperty(members, fc.array(acts, { minLength: 1, maxLength: 4 }), periods, async (people, waves, cuts) => {
        await company.has(people);
        for (const wave of waves) {
          await happen(wave);
          await rollUp(dataSource);
        }
        const read = () => Promise.all(cuts.map(([from, to]) => counted(from, to)));
        const expected = cuts.map(([from, to]) => byHand(people, waves.flat(), from, to));
        expect(await read()).toEqual(expected);
        await rollUpAnew(dataSource);
        expect(await read()).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  const mixed: Member[] = ['Atelier', 'Bureau', 'Commerce', null, 'Atelier', 'Bureau', null, null].map((name): Member => [name, name]);

  it('count what happened meanwhile in the next turn, once, when several roll up at the same time', async () => {
    await company.has(mixed);
    const told: Act[] = Array.from({ length: 40 }, (_, i) => [i % 8, (i * 3 + 1) % 8, i * 2] as const).filter(([from, to]) => from !== to);
    await Promise.all([happen(told.slice(0, 20)).then(() => rollUp(dataSource)), happen(told.slice(20)).then(() => rollUp(dataSource))]);
    await rollUp(dataSource);
    expect(await counted(0, 89)).toEqual(byHand(mixed, told, 0, 89));
    expect(await dataSource.query('SELECT count(*)::int AS waiting FROM engagement_pending')).toEqual([{ waiting: 0 }]);
  });

  it('leave out whoever was not there: not hired yet, gone, or on a long leave', async () => {
    await company.has(mixed);
    const told: Act[] = [0, 1, 2, 4].flatMap((from): Act[] => [[from, 5, 10], [from, 5, 20], [from, 5, 30]]);
    const on = (day: number): string => dayOf(firstDay + day);
    await dataSource.query(`INSERT INTO profile (person_id, hired_on) VALUES ($1, $2)`, [company.ids[0], on(20)]);
    await dataSource.query(`UPDATE person SET deactivated_at = $2 WHERE id = $1`, [company.ids[1], `${on(20)}T18:00:00Z`]);
    await dataSource.query(`INSERT INTO absence (person_id, told_by, from_day, until_day) VALUES ($1, 'hr', $2, $3), ($4, 'hr', $2, $5)`, [company.ids[2], on(5), on(34), company.ids[4], on(33)]);
    await happen(told);
    await rollUp(dataSource);
    // Thirty days away are a long leave, twenty-nine are not.
    expect([await counted(10, 10), await counted(20, 20), await counted(30, 30)].map(({ ties }) => ties)).toEqual([2, 3, 2]);
  });

  it('stay as they are when something comes late on a day whose events are forgotten, and forget who stood where within a department', async () => {
    await company.has(mixed);
    await happen([[0, 1, 1], [0, 1, 50], [2, 1, 1]]);
    await rollUp(dataSource);
    await keepEventMonths(dataSource, new Date(`${dayOf(firstDay + 396 + 20)}T03:00:00Z`));
    expect(await dataSource.query('SELECT count(*)::int AS events FROM engagement_event')).toEqual([{ events: 1 }]);
    await happen([[4, 5, 1], [4, 5, 50]]);
    await rollUp(dataSource);
    const of = async (from: number, to: number) => (await counted(from, to)).ties;
    expect([await of(0, 20), await of(21, 89), await of(0, 89)]).toEqual([2, 2, 3]);
    const [closed] = await new RolledFigures(dataSource).ties.of({ from: dayOf(firstDay + 1), to: dayOf(firstDay + 1) });
    const places = await numberedPlaces(dataSource.manager);
    const ends = [...(closed?.held.from ?? []), ...(closed?.held.to ?? [])];
    expect(ends.map((id) => places.find((place) => place.id === id)?.level)).toEqual([null, null, null, null]);
  });
});
