import { describe, expect, it } from '@jest/globals';
import { averagePrecision, figuresOf, gini, meanRatio, ndcg, reciprocalRank, type Judged } from './metrics.ts';

const judged = (ranking: string[], relevant: Record<string, number>): Judged => ({ ranking, relevant: new Map(Object.entries(relevant)) });

describe('how well people were ranked', () => {
  it.each([
    ['first', judged(['a', 'b'], { a: 1 }), 1, 1, 1],
    ['second', judged(['b', 'a'], { a: 1 }), 1 / 2, 1 / 2, 1 / Math.log2(3)],
    ['not at all', judged(['b', 'c'], { a: 1 }), 0, 0, 0],
    ['both of two', judged(['a', 'c', 'b'], { a: 1, b: 1 }), 1, (1 + 2 / 3) / 2, (1 + 1 / 2) / (1 + 1 / Math.log2(3))],
  ])('%s', (_what, one, rr, ap, gain) => {
    expect(reciprocalRank(one)).toBeCloseTo(rr);
    expect(averagePrecision(one)).toBeCloseTo(ap);
    expect(ndcg(one, 10)).toBeCloseTo(gain);
  });

  it('by grades: the one who was accepted should come first', () => {
    const grades = { a: 2, b: 1 };
    expect(ndcg(judged(['a', 'b'], grades), 10)).toBeCloseTo(1);
    expect(ndcg(judged(['b', 'a'], grades), 10)).toBeLessThan(0.85);
  });

  it('over all questions, with how the proposals are spread', () => {
    const all = [judged(['a', 'b'], { a: 1 }), judged(['a', 'c'], { c: 1 })];
    expect(figuresOf(all, new Set(['a', 'b', 'c', 'd']))).toEqual({ mrr: 0.75, map: 0.75, p1: 0.5, s5: 1, ndcg10: 0.8155, proposedShare: 0.75, gini: 0.375 });
  });
});

describe('spread', () => {
  it.each([
    ['nothing', [], 0],
    ['evenly', [3, 3, 3], 0],
    ['all to one of four', [0, 0, 0, 8], 0.75],
  ])('%s', (_what, values, expected) => {
    expect(gini(values)).toBeCloseTo(expected);
  });
});

describe('a ratio of means', () => {
  it('is the same at each run, and lies within its interval', () => {
    const [above, below] = [[1, 0.5, 0.2, 1, 0], [0.5, 0.5, 0.1, 1, 0]];
    const ratio = meanRatio(above, below);
    expect(ratio).toEqual(meanRatio(above, below));
    expect(ratio.value).toBeCloseTo(2.7 / 2.1, 3);
    expect(ratio.low).toBeLessThanOrEqual(ratio.value);
    expect(ratio.high).toBeGreaterThanOrEqual(ratio.value);
    expect(ratio.high).toBeGreaterThan(ratio.low);
  });

  it('of a thing with itself is one, without doubt', () => {
    expect(meanRatio([0.2, 0.4], [0.2, 0.4])).toEqual({ value: 1, low: 1, high: 1 });
  });
});
