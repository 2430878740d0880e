import { expect, it } from 'vitest';

import { instantsOf, lastMonths } from './months.ts';

it('the last months go back over the turn of the year', () => {
  expect(lastMonths(new Date(2026, 1, 28), 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

it('a month lasts from its first instant to that of the next', () => {
  expect(instantsOf('2025-12')).toEqual({ since: new Date(2025, 11, 1).toISOString(), before: new Date(2026, 0, 1).toISOString() });
});
