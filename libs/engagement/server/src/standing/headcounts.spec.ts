import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addChanges, changesOn } from '../gate/headcounts.ts';
import { dayNumber } from '../period/day.ts';
import type { Employment } from './employment.ts';
import { headcountsOf, peopleOfPeriod, staysOf } from './headcounts.ts';
import { placeKey, placeOn, type Standing } from './standing.ts';

const always: Employment = { first: -Infinity, last: Infinity, away: [] };
const course = (...standings: [since: string, department: string][]): Standing[] =>
  standings.map(([since, department]) => ({ since: since ? dayNumber(since) : -Infinity, department, location: null, level: 'employee', seniority: null }));

/** By department: « day people » for each change in March. */
async function inMarch(people: [Standing[], Employment][]): Promise<Record<string, string[]>> {
  const ids = people.map((_, i) => String(i));
  const stays = await staysOf(new Map(ids.map((id, i) => [id, people[i]?.[0] as Standing[]])), new Map(ids.map((id, i) => [id, people[i]?.[1] as Employment])));
  const counts = headcountsOf(stays, dayNumber('2026-03-01'), dayNumber('2026-03-31'));
  const [standing, steps]: [Int32Array, Record<string, string[]>] = [new Int32Array(counts.places.length), {}];
  for (let day = 0; day < counts.days; day += 1) {
    const before = standing.slice();
    addChanges(standing, changesOn(counts, day));
    for (const [at, { department }] of counts.places.entries()) if (standing[at] !== before[at]) (steps[String(department)] ??= []).push(`${day} ${standing[at]}`);
  }
  return steps;
}

describe('headcounts', () => {
  it('follow those who come, leave, move and are away for long', async () => {
    await expect(
      inMarch([
        [course(['', 'Atelier']), always],
        [course(['', 'Atelier'], ['2026-03-11', 'Bureau']), always],
        [course(['', 'Atelier']), { ...always, first: dayNumber('2026-03-05') }],
        [course(['', 'Atelier']), { ...always, last: dayNumber('2026-03-20') }],
        [course(['', 'Bureau']), { ...always, away: [[dayNumber('2026-02-10'), dayNumber('2026-03-15')]] }],
      ]),
    ).resolves.toEqual({ Atelier: ['0 3', '4 4', '10 3', '20 2'], Bureau: ['10 1', '15 2'] });
  });

  it('name no place where nobody was', async () => {
    await expect(inMarch([[course(['', 'Atelier'], ['2026-02-01', 'Bureau'], ['2026-04-01', 'Chantier']), always], [course(['', 'Dépôt']), { ...always, first: dayNumber('2026-04-01') }]])).resolves.toEqual({ Bureau: ['0 1'] });
  });

  it('tell places apart by all that they are', () => {
    const place = { department: 'A', location: null, level: 'employee', seniority: null } as const;
    expect(new Set([placeKey(place), placeKey({ ...place, location: 'A' }), placeKey({ ...place, department: null, location: 'A' }), placeKey({ ...place, seniority: 'first-year' })]).size).toBe(4);
  });

  it('are those of a count by hand, whoever comes and goes, and count each person once in a period', async () => {
    const days = 90;
    const day = fc.integer({ min: -5, max: days + 5 });
    const span = fc.tuple(day, day).map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)]);
    const anyEmployment = fc.record({ first: fc.oneof(fc.constant(-Infinity), day), last: fc.oneof(fc.constant(Infinity), day), away: fc.array(span, { maxLength: 2 }) });
    const anyCourse = fc.uniqueArray(fc.tuple(fc.oneof(fc.constant(-Infinity), day), fc.constantFrom('A', 'B', 'C')), { selector: ([since]) => since, minLength: 1, maxLength: 3 }).map((standings) =>
      standings.sort(([one], [other]) => (one < other ? -1 : 1)).map(([since, department]): Standing => ({ since, department, location: null, level: 'employee', seniority: null })));
    const anyPeriod = span.filter(([from, to]) => to >= 0 && from < days);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyCourse, anyEmployment), { maxLength: 8 }), fc.array(anyPeriod, { minLength: 1, maxLength: 4 }), async (people, periods) => {
        const stays = await staysOf(new Map(people.map(([standings], i) => [String(i), standings])), new Map(people.map(([, employment], i) => [String(i), employment])));
        const isThere = ({ first, last, away }: Employment, on: number) => first <= on && on <= last && !away.some(([leaves, returns]) => leaves <= on && on <= returns);
        const names = stays.places.map(({ department }) => department as string);
        for (const [from, to] of periods) {
          const counts = headcountsOf(stays, from, to);
          const standing = new Int32Array(names.length);
          const firstAt = people.map(() => '');
          for (let on = from; on <= to; on += 1) {
            addChanges(standing, changesOn(counts, on - from));
            const where = people.map(([standings, employment]) => (isThere(employment, on) ? (placeOn(standings, on).department as string) : ''));
            expect([...standing]).toEqual(names.map((name) => where.filter((one) => one === name).length));
            where.forEach((name, i) => (firstAt[i] ||= name));
          }
          expect([...peopleOfPeriod(stays, from, to)]).toEqual(names.map((name) => firstAt.filter((one) => one === name).length));
        }
      }),
      { numRuns: 150 },
    );
  });
});
