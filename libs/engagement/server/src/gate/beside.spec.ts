import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type JudgedDays, mayTellBeside } from './beside.ts';
import type { Headcounts, Place, Step } from './headcounts.ts';
import { anyHeadcounts, anyTree } from './testing/random-company.ts';

const place = (department: string, level: string): Place => ({ department, location: null, level, seniority: null });
/** Departments with so many executives and others, for one day. */
const company = (departments: readonly (readonly [string, number, number])[]): Headcounts => ({
  days: 1,
  places: departments.flatMap(([name]) => [place(name, 'executive'), place(name, 'employee')]),
  steps: departments.flatMap(([, executives, others]) => [[[0, executives] as const], [[0, others] as const]]),
});
const eachOnItsOwn = { parentOf: () => null };
const tellsOf = (headcounts: Headcounts): boolean => mayTellBeside({ headcounts, tree: eachOnItsOwn, minGroup: 10 }, ({ level }) => level === 'executive');

describe('executives beside departments', () => {
  it('are told of when they are ten, each in a department of others', () => {
    const spread = Array.from({ length: 10 }, (_, i) => [`D${i}`, 1, 20] as const);
    expect(tellsOf(company(spread))).toBe(true);
    expect(tellsOf(company(spread.slice(1)))).toBe(false);
  });

  it('are told of when they are a department of their own, and not when that has somebody else in it', () => {
    expect(tellsOf(company([['Board', 12, 0], ['Works', 0, 40]]))).toBe(true);
    // The assistant of the board would be the difference between the two.
    expect(tellsOf(company([['Board', 12, 1], ['Works', 0, 40]]))).toBe(false);
    expect(tellsOf(company([['Board', 12, 10], ['Works', 0, 40]]))).toBe(true);
  });

  it('are not told of when few of them are elsewhere', () => {
    expect(tellsOf(company([['Board', 12, 0], ['Works', 1, 40]]))).toBe(false);
  });

  it('are told of only if that holds on every day', () => {
    const { places, steps } = company([['Board', 12, 0], ['Works', 0, 40]]);
    const later = steps.map((ofPlace, i) => (i === 1 ? [[0, 0], [1, 1]] as const : ofPlace));
    expect(tellsOf({ places, steps, days: 2 })).toBe(true);
    expect(tellsOf({ places, steps: later, days: 2 })).toBe(false);
  });

  it('are not told of when everybody else is few', () => {
    expect(tellsOf(company([['Board', 12, 0], ['Works', 0, 9]]))).toBe(false);
  });
});

describe('what was found of a day', () => {
  const days = 5;
  const anyCase = fc.record({ headcounts: anyHeadcounts(days), tree: anyTree, minGroup: fc.integer({ min: 2, max: 8 }), periods: fc.array(fc.tuple(fc.nat(days - 1), fc.nat(days - 1)), { minLength: 3, maxLength: 8 }) });
  const peopleOn = ({ steps }: Headcounts, at: number, day: number): number => steps[at]?.findLast(([first]) => first <= day)?.[1] ?? 0;

  it('holds for each period in which it is', () => {
    fc.assert(
      fc.property(anyCase, ({ headcounts, tree, minGroup, periods }) => {
        const judged: JudgedDays = new WeakMap();
        const { places } = headcounts;
        for (const [one, other] of periods) {
          const [first, last] = [Math.min(one, other), Math.max(one, other)];
          const steps = places.map((_, at) => Array.from({ length: last - first + 1 }, (_, day): Step => [day, peopleOn(headcounts, at, first + day)]));
          const input = { headcounts: { days: last - first + 1, places, steps }, tree, minGroup };
          const isMember = ({ level }: Place): boolean => level === 'manager';
          expect(mayTellBeside(input, isMember, { judged, first })).toBe(mayTellBeside(input, isMember));
        }
      }),
      { numRuns: 500 },
    );
  });
});
