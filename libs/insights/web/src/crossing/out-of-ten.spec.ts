import { describe, expect, it } from 'vitest';

import { outOfTen } from './out-of-ten.ts';

describe('a share, out of ten', () => {
  it.each([
    [0, 0],
    [0.004, 1],
    [0.44, 4],
    [0.45, 5],
    [0.99, 9],
    [1, 10],
    [null, null],
    [undefined, null],
  ])('%s is %s', (share, ten) => {
    expect(outOfTen(share)).toBe(ten);
  });
});
