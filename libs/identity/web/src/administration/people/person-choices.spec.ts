import { describe, expect, it } from 'vitest';

import { endOfDay } from './person-choices.ts';

describe('the end of a role', () => {
  it('is the end of the day that was chosen, where one is', () => {
    expect(endOfDay('2026-12-31')).toBe(new Date(2026, 11, 31, 23, 59, 59).toISOString());
  });

  it('is none when no day was chosen', () => {
    expect([endOfDay(''), endOfDay('soon')]).toEqual([null, null]);
  });
});
