import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Headcounts, type Step } from './headcounts.ts';
import { type GroupFilter, Publication } from './publication.ts';
import { nameOf, periodsOf } from './testing/journeys.ts';
import { anyHeadcounts, anyTree, filterValues } from './testing/random-company.ts';

const days = 5;
const anyCase = fc.record({ headcounts: anyHeadcounts(days), tree: anyTree, minGroup: fc.integer({ min: 2, max: 8 }) });
const reorganised = fc.tuple(anyCase, fc.array(anyTree, { minLength: days - 1, maxLength: days - 1 })).map(([input, trees]) => ({ ...input, formerTrees: trees.map((tree, day) => ({ tree, until: day + 1 })) }));
const anyFilter: fc.Arbitrary<GroupFilter> = fc.record(
  {
    department: fc.constantFrom(...filterValues.department),
    location: fc.constantFrom(...filterValues.location),
    level: fc.constantFrom(...filterValues.level),
    seniority: fc.constantFrom(...filterValues.seniority),
  },
  { requiredKeys: [] },
);
const runs = { numRuns: 600 };

const peopleOn = ({ steps }: Headcounts, place: number, day: number): number => steps[place]?.findLast(([first]) => first <= day)?.[1] ?? 0;
const peopleIn = (headcounts: Headcounts, places: readonly number[], day: number): number => places.reduce((people, place) => people + peopleOn(headcounts, place, day), 0);
const everyDay = Array.from({ length: days }, (_, day) => day);

/** The days of a shorter period, without the places where nobody was in it if `without` says so. */
function cut(headcounts: Headcounts, { from, to }: { from: number; to: number }, without: 'empty places' | 'nothing'): Headcounts {
  const steps = headcounts.places.map((_, place) => everyDay.slice(from, to + 1).map((day): Step => [day - from, peopleOn(headcounts, place, day)]));
  const kept = headcounts.places.map((_, place) => place).filter((place) => without === 'nothing' || steps[place]?.some(([, people]) => people > 0));
  return { days: to - from + 1, places: kept.flatMap((place) => headcounts.places[place] ?? []), steps: kept.map((place) => steps[place] ?? []) };
}

/** Blocks as the names of their places, comparable between publications. */
const named = ({ blocks }: Publication, { places }: Headcounts): Set<string>[] => blocks.map((block) => new Set(block.flatMap((place) => places[place] ?? []).map(nameOf)));
const sorted = (blocks: Set<string>[]): string[] => blocks.map((block) => [...block].sort().join()).sort();

describe('the blocks of a period', () => {
  it('hold each place once, and on each day at least the minimum or nobody', () => {
    fc.assert(
      fc.property(fc.oneof(anyCase, reorganised), (input) => {
        const publication = new Publication(input);
        expect(publication.blocks.flat().sort((first, second) => first - second)).toEqual(input.headcounts.places.map((_, place) => place));
        for (const day of everyDay) {
          const all = input.headcounts.places.map((_, place) => place);
          const companyIsFew = everyDay.some((one) => peopleIn(input.headcounts, all, one) > 0 && peopleIn(input.headcounts, all, one) < input.minGroup);
          for (const block of publication.blocks) {
            const people = peopleIn(input.headcounts, block, day);
            expect(companyIsFew ? publication.blocks.length === 1 : people === 0 || people >= input.minGroup).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it.each(['empty places', 'nothing'] as const)('are made of whole blocks of each shorter period in it (told without %s)', (without) => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const blocks = named(new Publication(input), input.headcounts);
        for (const period of periodsOf(days)) {
          const headcounts = cut(input.headcounts, period, without);
          for (const part of named(new Publication({ ...input, headcounts }), headcounts)) expect(blocks.some((block) => [...part].every((place) => block.has(place)))).toBe(true);
        }
      }),
      runs,
    );
  });

  it('are the same when places are told where nobody is in the period', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        for (const period of periodsOf(days)) {
          const [all, there] = [cut(input.headcounts, period, 'nothing'), cut(input.headcounts, period, 'empty places')];
          const names = new Set(there.places.map(nameOf));
          const blocks = named(new Publication({ ...input, headcounts: all }), all).map((block) => new Set([...block].filter((name) => names.has(name)))).filter(({ size }) => size > 0);
          expect(sorted(blocks)).toEqual(sorted(named(new Publication({ ...input, headcounts: there }), there)));
        }
      }),
      runs,
    );
  });

  it('put together what some day puts together, and nothing else', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        let joined: Set<string>[] = [];
        for (const day of everyDay) {
          const headcounts = cut(input.headcounts, { from: day, to: day }, 'nothing');
          for (const block of named(new Publication({ ...input, headcounts }), headcounts)) {
            const touched = joined.filter((other) => [...block].some((place) => other.has(place)));
            joined = [...joined.filter((other) => !touched.includes(other)), new Set([...block, ...touched.flatMap((other) => [...other])])];
          }
        }
        expect(sorted(named(new Publication(input), input.headcounts))).toEqual(sorted(joined));
      }),
      runs,
    );
  });

  it('are the same in whatever order the places come', () => {
    const shuffled = anyCase.chain((input) => fc.tuple(fc.constant(input), fc.shuffledSubarray(input.headcounts.places.map((_, place) => place), { minLength: input.headcounts.places.length })));
    fc.assert(
      fc.property(shuffled, ([input, order]) => {
        const headcounts = { ...input.headcounts, places: order.flatMap((place) => input.headcounts.places[place] ?? []), steps: order.map((place) => input.headcounts.steps[place] ?? []) };
        expect(sorted(named(new Publication({ ...input, headcounts }), headcounts))).toEqual(sorted(named(new Publication(input), input.headcounts)));
      }),
      runs,
    );
  });
});

describe('an answer', () => {
  it('is about whole blocks of the people who were asked for, enough of them, and counts whom it leaves out', () => {
    fc.assert(
      fc.property(anyCase, anyFilter, (input, filter) => {
        const publication = new Publication(input);
        const answer = publication.select(filter);
        if ('refused' in answer) return;
        const chosen = input.headcounts.places.map((_, place) => place).filter((place) => answer.places[place] === 1);
        for (const block of publication.blocks) expect([0, block.length]).toContain(block.filter((place) => answer.places[place] === 1).length);
        for (const key of ['location', 'level', 'seniority'] as const) for (const place of chosen) if (filter[key] !== undefined) expect(input.headcounts.places[place]?.[key]).toBe(filter[key]);
        expect(answer.people).toBe(peopleIn(input.headcounts, chosen, days - 1));
        expect(answer.people).toBeGreaterThanOrEqual(input.minGroup);
        if (Object.keys(filter).length === 0) expect([chosen.length, answer.leftOut]).toEqual([input.headcounts.places.length, 0]);
      }),
      runs,
    );
  });

  it('is given for just the departments that are offered, and for the whole company if it was always large enough', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const publication = new Publication(input);
        expect(publication.departments).toEqual(filterValues.department.filter((department) => !('refused' in publication.select({ department }))));
      }),
      runs,
    );
  });

  it('about a department counts those of its sub-departments', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const publication = new Publication(input);
        for (const department of publication.departments) {
          const answer = publication.select({ department });
          const parent = input.tree.parentOf(department);
          const above = parent === null ? answer : publication.select({ department: parent });
          if ('refused' in answer || 'refused' in above || isCircular(department)) continue;
          expect(input.headcounts.places.every((_, place) => answer.places[place] === 0 || above.places[place] === 1)).toBe(true);
        }
        function isCircular(department: string): boolean {
          const seen = new Set<string>();
          for (let name: string | null = department; name !== null; name = input.tree.parentOf(name)) {
            if (seen.has(name)) return true;
            seen.add(name);
          }
          return false;
        }
      }),
      runs,
    );
  });
});
