import { describe, expect, it } from '@jest/globals';
import { giniOf, partOfTop } from './inequality.ts';

describe('how evenly people write', () => {
  it.each([
    [[3, 3, 3, 3], 4, 0],
    [[8], 4, 0.75],
    // Mean difference of 0, 0, 1, 3 over all ordered pairs: (1×4 + 3×4 + 2×2) / 16 = 1.25, of which half over the mean of 1.
    [[1, 3], 4, 0.625],
    [[1, 2, 3, 4], 4, 0.25],
  ])('has a Gini coefficient: of %j among %d people %d', (amounts, people, gini) => {
    expect(giniOf(amounts, people)).toBeCloseTo(gini, 10);
  });

  it('is what the ones who write most write of everything', () => {
    expect(partOfTop([1, 10, 2, 7], 1)).toBe(0.5);
    expect(partOfTop([1, 10, 2, 7], 2)).toBe(0.85);
    expect(partOfTop([1, 10], 5)).toBe(1);
  });

  it('says nothing of nothing', () => {
    expect([giniOf([], 10), partOfTop([], 3)]).toEqual([null, null]);
  });
});
