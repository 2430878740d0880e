import { describe, expect, it } from 'vitest';

import { wholeNumberTyped } from './whole-number.ts';

describe('a whole number as it is typed', () => {
  it.each([
    ['1500', 1500],
    [' 1 500 ', 1500],
    ['1 500 000', 1_500_000],
    ['1\u202F500', 1500],
    ['1\u00A0500', 1500],
    ['1,500', 1500],
    ['1’500', 1500],
    ['-3', -3],
    ['−3', -3],
    ['0', 0],
  ])('%s is %d', (typed, number) => {
    expect(wholeNumberTyped(typed)).toBe(number);
  });

  it('is nothing where nothing is typed', () => {
    expect(wholeNumberTyped('  ')).toBeNull();
  });

  it.each(['1500,50', '1,5', '1.5', '15 00', 'env. 5000', '5000 €', '1e3', '--3'])('%s is none', (typed) => {
    expect(Number.isInteger(wholeNumberTyped(typed))).toBe(false);
  });
});
