import { describe, expect, it } from '@jest/globals';
import { mayTellBeside } from './beside.ts';
import type { Headcounts, Place } from './headcounts.ts';

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
