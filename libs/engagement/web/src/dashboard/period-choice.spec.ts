import { describe, expect, it } from 'vitest';

import { lengthOf, periodsOf } from './period-choice.ts';

describe('the periods of a dashboard', () => {
  it('end today, follow each other, and are of the same length', () => {
    expect(periodsOf(30, new Date('2026-03-01T23:30:00Z'))).toEqual({ from: '2026-01-31', to: '2026-03-01', comparedFrom: '2026-01-01', comparedTo: '2026-01-30', yearFrom: '2025-04-01' });
  });

  it('are a quarter unless the address asks for another', () => {
    expect([lengthOf('365'), lengthOf('31'), lengthOf(undefined), lengthOf(['30'])]).toEqual([365, 90, 90, 90]);
  });
});
