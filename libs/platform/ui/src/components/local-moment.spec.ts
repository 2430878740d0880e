import { describe, expect, it } from 'vitest';

import { fromLocalMoment, toLocalMoment } from './local-moment.ts';

describe('a moment by the clock of the browser', () => {
  it('is the same instant there and back', () => {
    const winter = new Date(2026, 0, 15, 9, 5);
    const summer = new Date(2026, 6, 15, 23, 59);
    expect(toLocalMoment(winter)).toBe('2026-01-15T09:05');
    expect(toLocalMoment(summer.toISOString())).toBe('2026-07-15T23:59');
    for (const instant of [winter, summer]) expect(fromLocalMoment(toLocalMoment(instant))).toBe(instant.toISOString());
  });

  it('is nothing when there is none', () => {
    expect([toLocalMoment(null), toLocalMoment(undefined), toLocalMoment('')]).toEqual(['', '', '']);
    expect([fromLocalMoment(''), fromLocalMoment('tomorrow')]).toEqual([null, null]);
  });
});
