import { describe, expect, it } from 'vitest';

import { unbrokenRuns } from './gaps.ts';

describe('unbrokenRuns', () => {
  it.each([
    ['all known', [1, 2, 3], [[0, 1, 2]]],
    ['a gap in the middle', [1, null, 3, 4], [[0], [2, 3]]],
    ['gaps at both ends', [null, 2, 3, null], [[1, 2]]],
    ['zero, which is known', [0, 0], [[0, 1]]],
    ['nothing known', [null, null], []],
    ['nothing', [], []],
  ])('%s', (_, values, runs) => {
    expect(unbrokenRuns(values)).toEqual(runs);
  });
});
