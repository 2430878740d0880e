import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@parvis/platform/server';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { type Participation, participationOf } from '../contribution/participation.ts';
import { RolledFigures } from '../day/rolled-figures.ts';
import type { Group } from '../engagement/group.ts';
import { dayOf } from '../period/day.ts';
import { isWorkday } from '../period/weekday.ts';
import { rollUp, rollUpAnew } from '../roll-up/roll-up.ts';
import { numberedPlaces } from '../standing/places.ts';
import { firstDay, type Member, middle, MovingCompany } from '../testing/moving-company.ts';
import { type Adoption, adoptionOf } from './adoption.ts';

/** Somebody came on a day of the quarter, by their numbers, and wrote so much. */
type Came = readonly [who: number, day: number, written: number];

const people = 8;
/** The first four are in the workshop, and move to the office in the middle of the quarter; the others are there always. */
const movers = 4;
const members = Array.from({ length: people }, (_, who): Member => [who < movers ? 'Atelier' : 'Bureau', 'Bureau']);

let company: MovingCompany;
let dataSource: DataSource;

beforeAll(async () => {
  company = await MovingCompany.open();
  ({ dataSource } = company);
});
afterAll(() => company.close());

/** Whoever writes nothing opened a session; whoever writes leaves an event for each thing. */
async function happen(wave: readonly Came[]): Promise<void> {
  const at = (day: number): string => `${dayOf(firstDay + day)}T23:30:00Z`;
  for (const [who, day] of wave.filter(([, , written]) => written === 0)) {
    await dataSource.query(`INSERT INTO session (id, token_hash, person_id, issuer, name_id, created_at, expires_at) VALUES ($1, $2, $3, '', '', $4, $4)`, [newId(), Buffer.from(newId()), company.ids[who], at(day)]);
  }
  const written = wave.flatMap(([who, day, number]) => Array.from({ length: number }, () => [company.ids[who], at(day)]));
  await dataSource.query(
    `INSERT INTO engagement_event (at, kind, actor_id, subject_id) SELECT day::timestamptz, 'post', actor, gen_random_uuid() FROM unnest($1::uuid[], $2::text[]) AS told (actor, day)`,
    [written.map(([who]) => who), written.map(([, day]) => day)],
  );
}

type Figures = Adoption & Pick<Participation, 'contributors' | 'written' | 'regular' | 'gini'>;

async function counted(department: string, first: number, last: number): Promise<Figures> {
  const known = await numberedPlaces(dataSource.manager);
  const places = new Uint8Array(known.reduce((greatest, { id }) => Math.max(greatest, id), 0) + 1);
  for (const place of known) places[place.id] = Number(place.department === department);
  const period = { from: dayOf(firstDay + first), to: dayOf(firstDay + last), first: firstDay + first, last: firstDay + last };
  const group: Group = { period, people, ofPeriod: people, leftOut: 0, places, holds: (place) => place.department === department };
  const figures = new RolledFigures(dataSource);
  const { contributors, written, regular, gini } = participationOf(await figures.contributions.of(period), group, 5);
  return { ...adoptionOf(await figures.visits.of(period), group), contributors, written, regular, gini };
}

const departmentOn = (who: number, day: number): string => (who < movers && day < middle ? 'Atelier' : 'Bureau');

/** The same, as one would count it by hand. */
function byHand(all: readonly Came[], department: string, first: number, last: number): Figures {
  const came = all.filter(([, day]) => day >= first && day <= last).toSorted(([, one], [, other]) => one - other);
  /** Whose first day among these was in the department. */
  const firstIn = (those: readonly Came[]): number[] => [...Map.groupBy(those, ([who]) => who)].flatMap(([who, days]) => (departmentOn(who, days[0]?.[1] ?? 0) === department ? who : []));
  const wrote = came.filter(([, , written]) => written > 0);
  const contributors = firstIn(wrote);
  const working = (days: number): Came[] => came.filter(([, day]) => day > last - days && isWorkday(firstDay + day));
  const weeks = Math.floor((last - first + 1) / 7);
  const there = wrote.filter(([who, day]) => departmentOn(who, day) === department);
  const weeksOf = (who: number): number => new Set(there.flatMap(([whose, day]) => (whose === who ? Math.min(Math.floor((day - first) / 7), Math.max(weeks - 1, 0)) : []))).size;
  const amounts = Array.from({ length: people }, (_, who) => there.reduce((so, [whose, , written]) => so + (whose === who ? written : 0), 0));
  const whole = amounts.reduce((so, amount) => so + amount, 0);
  const differences = amounts.flatMap((one) => amounts.map((other) => Math.abs(one - other))).reduce((so, difference) => so + difference, 0);
  return {
    eligible: people,
    visitors: firstIn(came).length,
    weekly: firstIn(working(7)).length,
    monthly: firstIn(working(30)).length,
    contributors: contributors.length,
    written: whole,
    regular: weeks < 4 ? null : amounts.filter((amount, who) => amount > 0 && weeksOf(who) * 2 >= weeks).length,
    // Half the relative mean difference.
    gini: whole === 0 ? null : differences / (2 * people * whole),
  };
}

const waves = fc.array(fc.array(fc.tuple(fc.nat(people - 1), fc.nat(89), fc.nat(3)), { maxLength: 40 }), { minLength: 1, maxLength: 3 });
const periods = fc.array(fc.tuple(fc.nat(89), fc.nat(89)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const), { minLength: 4, maxLength: 4 });

describe('who comes and who writes, counted from the roll-ups of days', () => {
  it('are those that one counts by hand, whoever moved, whatever came late, and made anew', async () => {
    await fc.assert(
      fc.asyncProperty(waves, periods, async (came, cuts) => {
        await company.has(members);
        for (const wave of came) {
          await happen(wave);
          await rollUp(dataSource);
        }
        const asked = cuts.flatMap((cut) => ['Atelier', 'Bureau'].map((department) => [department, ...cut] as const));
        const read = async () => Promise.all(asked.map((one) => counted(...one)));
        const expected = asked.map((one) => byHand(came.flat(), ...one)).map(({ gini, ...figures }) => ({ ...figures, gini: gini === null ? null : expect.closeTo(gini, 10) }));
        expect(await read()).toEqual(expected);
        await rollUpAnew(dataSource);
        expect(await read()).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
