import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { besideByDay, tellsBeside } from './beside.ts';
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
const tellsOf = (headcounts: Headcounts): boolean => tellsBeside([...besideByDay({ headcounts, tree: eachOnItsOwn, minGroup: 10 }, ({ level }) => level === 'executive')]).members;

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

describe('brackets of seniority beside departments', () => {
  const staff = (department: string, level: string, seniority: string | null): Place => ({ department, location: null, level, seniority });
  const tells = (...rows: (readonly [string, string, string | null, number])[]) =>
    tellsBeside([...besideByDay({ headcounts: { days: 1, places: rows.map(([department, level, seniority]) => staff(department, level, seniority)), steps: rows.map(([, , , people]) => [[0, people]]) }, tree: eachOnItsOwn, minGroup: 10 }, ({ level }) => level === 'executive')]);
  const teams = (names: readonly string[]) => names.flatMap((name) => [[name, 'employee', 'first-year', 3], [name, 'employee', 'ten-or-more', 8]] as const);

  it('are told of when many departments have some people of each', () => {
    expect(tells(...teams(['A', 'B', 'C', 'D']))).toEqual({ members: true, seniorities: true });
    // Nine who differ from most of their department could be told apart.
    expect(tells(...teams(['A', 'B', 'C'])).seniorities).toBe(false);
  });

  it('are not told of when one of them is of few, known or not', () => {
    expect(tells(...teams(['A', 'B', 'C', 'D']), ['A', 'employee', null, 1]).seniorities).toBe(false);
    expect(tells(...teams(['A', 'B', 'C', 'D']), ['A', 'employee', 'three-to-ten', 9]).seniorities).toBe(false);
  });

  it('are not told of beside executives who could be told apart with them', () => {
    const heads = Array.from({ length: 10 }, (_, i) => `D${i}`);
    const company = heads.flatMap((name) => [[name, 'executive', 'ten-or-more', 1], [name, 'employee', 'first-year', 12]] as const);
    // All executives, and they alone, have been there for ten years.
    expect(tells(...company)).toEqual({ members: true, seniorities: false });
    expect(tells(...company, ...teams(['A', 'B', 'C', 'D']))).toEqual({ members: true, seniorities: true });
  });
});

describe('what a day lets be told', () => {
  const days = 5;
  const anyCase = fc.record({ headcounts: anyHeadcounts(days), tree: anyTree, minGroup: fc.integer({ min: 2, max: 8 }) });
  const peopleOn = ({ steps }: Headcounts, at: number, day: number): number => steps[at]?.findLast(([first]) => first <= day)?.[1] ?? 0;
  const isManager = ({ level }: Place): boolean => level === 'manager';

  it('is the same in each period in which it is', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(days - 1), ({ headcounts, tree, minGroup }, first) => {
        const { places } = headcounts;
        const steps = places.map((_, at) => Array.from({ length: days - first }, (_none, day): Step => [day, peopleOn(headcounts, at, first + day)]));
        const later = [...besideByDay({ headcounts: { days: days - first, places, steps }, tree, minGroup }, isManager)];
        expect(later).toEqual([...besideByDay({ headcounts, tree, minGroup }, isManager)].slice(first));
      }),
      { numRuns: 500 },
    );
  });
});
