import { describe, expect, it } from 'vitest';

import { exchangesOf, pooled } from './chord-groups.ts';

const groups = ['A', 'B', 'C', 'D'];
const values = [
  [9, 4, 1, 2],
  [5, 7, 0, 1],
  [1, 0, 3, null],
  [8, 6, 1, 2],
];
const others = (count: number): string => `${count} others`;

describe('groups of a chord picture', () => {
  it('stay as they are when they are few', () => {
    expect(pooled({ groups, values }, 4, others)).toEqual({ groups, values });
  });

  it('are pooled beyond that, the largest kept in their order', () => {
    const found = pooled({ groups, values: values.map((row) => row.map((value) => value ?? 0)) }, 3, others);
    expect(found.groups).toEqual(['A', 'D', '2 others']);
    expect(found.values).toEqual([
      [9, 2, 5],
      [8, 2, 7],
      [6, 1, 10],
    ]);
  });

  it('do not give away by their sum what is not shown', () => {
    const found = pooled({ groups, values }, 3, others);
    expect(found.values[2]).toEqual([6, null, 10]);
  });

  it('keep everything that was exchanged', () => {
    const whole = values.map((row) => row.map((value) => value ?? 5));
    const all = (rows: readonly (readonly (number | null)[])[]): number => rows.flat().reduce<number>((sum, value) => sum + (value ?? 0), 0);
    expect(all(pooled({ groups, values: whole }, 2, others).values)).toBe(all(whole));
  });

  it('exchange with the others and with themselves', () => {
    expect(exchangesOf({ groups, values }, 0)).toEqual({ sent: 7, received: 14, within: 9 });
    expect(exchangesOf({ groups, values }, 2)).toEqual({ sent: 1, received: 2, within: 3 });
  });
});
