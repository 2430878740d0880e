import { describe, expect, it } from 'vitest';

import { mondays } from './mondays.ts';

describe('the Mondays of the last weeks', () => {
  it.each([
    ['a Monday', new Date(2026, 2, 2, 0, 30), ['2026-03-02', '2026-02-23', '2026-02-16']],
    ['a Sunday', new Date(2026, 2, 8, 23, 59), ['2026-03-02', '2026-02-23', '2026-02-16']],
    ['a Thursday in January', new Date(2026, 0, 1, 12), ['2025-12-29', '2025-12-22', '2025-12-15']],
    ['after clocks went forward', new Date(2026, 2, 31, 12), ['2026-03-30', '2026-03-23', '2026-03-16']],
  ])('on %s', (_when, now, days) => {
    expect(mondays(now, 3)).toEqual(days);
  });
});
