import { describe, expect, it } from '@jest/globals';
import { crossingOf } from './crossing.ts';

describe('the share of exchanges that cross departments', () => {
  it.each([
    { case: 'a quarter of them', counts: { known: 40, crossing: 10, people: 8 }, sizes: [10, 10], share: 0.25, expected: 1 - 180 / 380 },
    { case: 'one department only', counts: { known: 12, crossing: 0, people: 9 }, sizes: [9], share: 0, expected: 0 },
    { case: 'everybody of another department', counts: { known: 12, crossing: 12, people: 8 }, sizes: [1, 1, 1, 1, 1, 1, 1, 1], share: 1, expected: 1 },
    { case: 'seven people are too few', counts: { known: 40, crossing: 10, people: 7 }, sizes: [10, 10], share: null, expected: null },
    { case: 'no exchange', counts: { known: 0, crossing: 0, people: 0 }, sizes: [10, 10], share: null, expected: null },
    { case: 'members who have all left since', counts: { known: 9, crossing: 3, people: 8 }, sizes: [], share: 3 / 9, expected: null },
  ])('$case', ({ counts, sizes, share, expected }) => {
    const crossing = crossingOf(counts, sizes);
    expect(crossing.share).toBe(share);
    if (expected === null) expect(crossing.expectedShare).toBeNull();
    else expect(crossing.expectedShare).toBeCloseTo(expected);
  });
});
