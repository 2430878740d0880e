import { describe, expect, it } from 'vitest';
import type { LocationQuery } from 'vue-router';

import { periodChoice, periodsOf } from './period-choice.ts';

const now = new Date('2026-03-01T23:30:00Z');

describe('the periods of a dashboard', () => {
  it('end today, follow each other, and are of the same length', () => {
    expect(periodsOf(periodChoice({ days: '30' }, now))).toEqual({ from: '2026-01-31', to: '2026-03-01', comparedFrom: '2026-01-01', comparedTo: '2026-01-30', yearFrom: '2025-04-01' });
  });

  it('are a quarter unless the address asks for another', () => {
    const queries: LocationQuery[] = [{ days: '365' }, { days: '31' }, {}, { days: ['30'] }];
    expect(queries.map((query) => periodChoice(query, now).length)).toEqual([365, 90, 90, 90]);
  });

  it('are from one day to another when the address has both', () => {
    expect(periodsOf(periodChoice({ from: '2025-05-10', to: '2025-05-12', days: '30' }, now))).toEqual({
      from: '2025-05-10', to: '2025-05-12', comparedFrom: '2025-05-07', comparedTo: '2025-05-09', yearFrom: '2024-06-01',
    });
    expect(periodChoice({ from: '2025-05-10', to: 'soon' }, now)).toMatchObject({ length: 90, to: '2026-03-01' });
  });

  it('are compared with the same a year earlier', () => {
    expect(periodsOf(periodChoice({ from: '2024-02-01', to: '2024-02-29', compare: 'year' }, now))).toMatchObject({ comparedFrom: '2023-02-01', comparedTo: '2023-02-28' });
  });
});
