import { describe, expect, it } from '@jest/globals';
import { longestPeriod } from '../period/period.ts';
import { lookBack, longestUntil } from './kept-days.ts';

describe('how long events were kept', () => {
  it('is as long as a period may be, as long as nobody said otherwise', () => {
    expect(lookBack([], 20_000)).toBe(longestPeriod);
    expect(longestUntil([], 20_000)).toBe(longestPeriod);
  });

  const shortened = [{ since: 20_000, days: 100 }];

  it('is less from the day on that it was shortened: what days before knew, they still know', () => {
    expect([19_999, 20_000, 21_000].map((day) => lookBack(shortened, day))).toEqual([longestPeriod, 100, 100]);
    expect(longestUntil(shortened, 19_999)).toBe(longestPeriod);
    expect(longestUntil(shortened, 20_000)).toBe(100);
    expect(longestUntil(shortened, 21_000)).toBe(100);
  });

  const prolonged = [...shortened, { since: 20_500, days: 300 }];

  it('grows by a day each day once it was prolonged: what was forgotten does not come back', () => {
    expect([20_499, 20_500, 20_501, 20_600, 20_699, 20_700, 21_000].map((day) => lookBack(prolonged, day))).toEqual([100, 101, 102, 201, 300, 300, 300]);
    expect(longestUntil(prolonged, 20_499)).toBe(100);
    expect(longestUntil(prolonged, 20_600)).toBe(201);
    expect(longestUntil(prolonged, 21_000)).toBe(300);
  });

  it('does not grow by being changed to and fro', () => {
    const changed = [{ since: 20_000, days: 100 }, { since: 20_001, days: longestPeriod }, { since: 20_002, days: 100 }, { since: 20_003, days: longestPeriod }];
    expect(lookBack(changed, 20_003)).toBe(101);
    expect(longestUntil(changed, 20_010)).toBe(108);
  });
});
