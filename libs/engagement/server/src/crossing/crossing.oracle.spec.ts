import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@parvis/platform/server';
import { testDatabase, type TestDatabase } from '@parvis/platform/server/testing';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { dayNumber, dayOf } from '../period/day.ts';
import { rollUp, rollUpAnew } from '../roll-up/roll-up.ts';
import { TieDays } from '../tie/tie-days.ts';
import { countTies } from './crossing.ts';

/** Somebody addressed somebody, by their numbers, on a day of the quarter. */
type Act = readonly [from: number, to: number, day: number];

const departments = ['Atelier', 'Bureau', 'Commerce', null];
const firstDay = dayNumber('2026-01-01');

let database: TestDatabase;
let dataSource: DataSource;
let ids: string[];

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await new DataSource({ type: 'postgres', url: database.url, extra: { max: 2 } }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});
beforeEach(() => dataSource.query('TRUNCATE person, engagement_event, engagement_pending, engagement_day, engagement_place CASCADE'));

async function company(people: readonly (string | null)[]): Promise<void> {
  ids = people.map(() => newId());
  await dataSource.query('TRUNCATE person, engagement_event, engagement_pending, engagement_day CASCADE');
  await dataSource.query(
    `INSERT INTO person (id, identifier, given_name, surname, display_name, sort_name, roles, created_at, updated_at, department)
     SELECT id, id::text, '', 'A', 'A', 'a', '{employee}', now(), now(), department FROM unnest($1::uuid[], $2::text[]) AS told (id, department)`,
    [ids, people],
  );
}
const happen = (acts: readonly Act[]) =>
  dataSource.query(
    `INSERT INTO engagement_event (at, kind, actor_id, target_id, subject_id)
     SELECT day::date + interval '12 hours', 'comment', actor, target, gen_random_uuid() FROM unnest($1::text[], $2::uuid[], $3::uuid[]) AS told (day, actor, target)`,
    [acts.map(([, , day]) => `${dayOf(firstDay + day)}Z`.slice(0, 10)), acts.map(([from]) => ids[from]), acts.map(([, to]) => ids[to])],
  );

/** What `countTies` finds between two days of the quarter. */
async function counted(from: number, to: number) {
  const places: { id: number; department: string | null }[] = await dataSource.query('SELECT id, department FROM engagement_place');
  const size = Math.max(0, ...places.map(({ id }) => id)) + 1;
  const department = new Int32Array(size).fill(-1);
  for (const place of places) department[place.id] = place.department === null ? -1 : departments.indexOf(place.department);
  const days = await new TieDays(dataSource).of({ from: dayOf(firstDay + from), to: dayOf(firstDay + to) });
  const all = new Uint8Array(size).fill(1);
  const { ties, mutual, known, given, received, within } = countTies(days, firstDay + from, { department, departments: 3, asked: all, counted: all });
  return { ties, mutual, known, given: [...given], received: [...received], within: [...within] };
}

/** The same, as one would count it by hand. */
function byHand(people: readonly (string | null)[], acts: readonly Act[], first: number, last: number) {
  const pairs = new Set(acts.filter(([, , day]) => day >= first && day <= last).map(([from, to]) => `${from} ${to}`));
  const tally = { ties: pairs.size, mutual: 0, known: 0, given: [0, 0, 0], received: [0, 0, 0], within: [0, 0, 0] };
  for (const pair of pairs) {
    const [from, to] = pair.split(' ').map(Number) as [number, number];
    if (pairs.has(`${to} ${from}`)) tally.mutual += 1;
    const [out, into] = [people[from], people[to]].map((name) => (name ? departments.indexOf(name) : -1)) as [number, number];
    if (out < 0 || into < 0) continue;
    tally.known += 1;
    (tally.given[out] as number) += 1;
    (tally.received[into] as number) += 1;
    if (out === into) (tally.within[out] as number) += 1;
  }
  return tally;
}

const acts = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.nat(89)).filter(([from, to]) => from !== to), { maxLength: 60 });
const periods = fc.array(fc.tuple(fc.nat(89), fc.nat(89)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const), { minLength: 4, maxLength: 4 });

describe('ties counted from the roll-ups of days', () => {
  it('are those that one counts by hand, whatever came late, in whatever order, and made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...departments), { minLength: 8, maxLength: 8 }), fc.array(acts, { minLength: 1, maxLength: 4 }), periods, async (people, waves, cuts) => {
        await company(people);
        for (const wave of waves) {
          await happen(wave);
          await rollUp(dataSource);
        }
        for (const [from, to] of cuts) expect(await counted(from, to)).toEqual(byHand(people, waves.flat(), from, to));
        const rows = (): Promise<unknown> => dataSource.query(`SELECT day, length(ties) AS bytes FROM engagement_day ORDER BY day`);
        const before = await rows();
        await rollUpAnew(dataSource);
        expect(await rows()).toEqual(before);
        for (const [from, to] of cuts) expect(await counted(from, to)).toEqual(byHand(people, waves.flat(), from, to));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('count what happened meanwhile in the next turn, once, when several roll up at the same time', async () => {
    await company(['Atelier', 'Bureau', 'Commerce', null, 'Atelier', 'Bureau', null, null]);
    const told: Act[] = Array.from({ length: 40 }, (_, i) => [i % 8, (i * 3 + 1) % 8, i * 2] as const).filter(([from, to]) => from !== to);
    await Promise.all([happen(told.slice(0, 20)).then(() => rollUp(dataSource)), happen(told.slice(20)).then(() => rollUp(dataSource))]);
    await rollUp(dataSource);
    expect(await counted(0, 89)).toEqual(byHand(['Atelier', 'Bureau', 'Commerce', null, 'Atelier', 'Bureau', null, null], told, 0, 89));
    expect(await dataSource.query('SELECT count(*)::int AS waiting FROM engagement_pending')).toEqual([{ waiting: 0 }]);
  });
});
