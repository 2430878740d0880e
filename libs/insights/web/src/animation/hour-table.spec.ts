import { describe, expect, it } from 'vitest';

import { bestSlots, hourTable } from './hour-table.ts';

const hours = [
  { weekday: 1, hour: 9, count: 3 },
  { weekday: 1, hour: 8, count: 2 },
  { weekday: 5, hour: 14, count: 7 },
  { weekday: 7, hour: 15, count: 5 },
];

describe('the hours of the week', () => {
  it('are counted by two, from the first to the last in which something happened', () => {
    const table = hourTable(hours);
    expect(table.map(([monday]) => monday?.from)).toEqual([8, 10, 12, 14]);
    expect(table[0]?.map(({ count }) => count)).toEqual([5, 0, 0, 0, 0, 0, 0]);
    expect(table[3]?.map(({ count }) => count)).toEqual([0, 0, 0, 0, 7, 0, 5]);
  });

  it('are best where most happens, the earlier of two equals first', () => {
    expect(bestSlots(hourTable(hours), 2)).toEqual([
      { weekday: 5, from: 14, count: 7 },
      { weekday: 1, from: 8, count: 5 },
    ]);
  });

  it('are none when nothing happened', () => {
    expect(bestSlots(hourTable([]), 3)).toEqual([]);
  });
});
