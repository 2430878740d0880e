import { describe, expect, it } from 'vitest';

import { fittingTabs } from './fitting-tabs.ts';

const four = { tabs: [100, 100, 100, 100], gap: 10, more: 50 };

describe('tabs in one line', () => {
  it.each([
    ['all when they fit', 430, 0, [0, 1, 2, 3]],
    ['those that fit beside the button when one pixel is missing', 429, 0, [0, 1, 2]],
    ['fewer where there is less room', 270, 0, [0, 1]],
    ['the current one instead of the last that would fit', 270, 3, [0, 3]],
    ['the current one alone on the narrowest screen', 60, 2, [2]],
    ['the first alone when none is current', 60, -1, [0]],
  ])('are %s', (_what, room, current, shown) => {
    expect(fittingTabs({ ...four, room }, current)).toEqual(shown);
  });

  it('count with a current one that is wider than what it takes the place of', () => {
    expect(fittingTabs({ tabs: [100, 100, 200], gap: 10, more: 50, room: 300 }, 2)).toEqual([2]);
    expect(fittingTabs({ tabs: [100, 100, 200], gap: 10, more: 50, room: 370 }, 2)).toEqual([0, 2]);
  });
});
