import { describe, expect, it } from 'vitest';

import { wordSize } from './word-size.ts';

describe('the size of a word', () => {
  it.each([
    [2, { least: 2, most: 32 }, 0.875],
    [8, { least: 2, most: 32 }, 1.4375],
    [32, { least: 2, most: 32 }, 2],
    [3, { least: 3, most: 3 }, 1.25],
  ])('used %d times of %o is %d rem', (uses, range, size) => {
    expect(wordSize(uses, range)).toBeCloseTo(size);
  });
});
