import { describe, expect, it } from '@jest/globals';
import { figuresOf, type Level } from './spread-figures.ts';

const levels = (...pairs: [times: number, people: number][]): Level[] => pairs.map(([times, people]) => ({ times, people }));

describe('how evenly something is spread', () => {
  it.each<[string, Level[], number, number]>([
    ['all had as much', levels([3, 40]), 0, 1],
    ['one of forty had all', levels([0, 39], [60, 1]), 39 / 40, 1 / 40],
    ['half had all, in equal parts', levels([2, 20], [0, 20]), 0.5, 0.5],
    // Sorted 1×10, 2×10, 3×10: 2 (55 + 2 × 155 + 3 × 255) / (30 × 60) − 31 / 30.
    ['some had twice and three times as much', levels([1, 10], [2, 10], [3, 10]), 2 / 9, 1],
  ])('%s', (_how, of, gini, reached) => {
    const figures = figuresOf(of);
    expect(figures?.gini).toBeCloseTo(gini, 10);
    expect(figures?.reached).toBeCloseTo(reached, 10);
  });

  it('tells what each fifth had, the one with least first', () => {
    expect(figuresOf(levels([0, 20], [1, 10], [9, 10]))?.fifths.map((share) => Math.round(share * 100))).toEqual([0, 0, 4, 24, 72]);
  });

  it('tells nothing of fewer than twenty people or things, and no fifths of fewer than eight people', () => {
    expect(figuresOf(levels([5, 19]))).toBeNull();
    expect(figuresOf(levels([1, 19], [0, 200]))).toBeNull();
    expect(figuresOf([])).toBeNull();
    expect(figuresOf(levels([1, 39]))).toMatchObject({ total: 39, fifths: [] });
    expect(figuresOf(levels([1, 40]))?.fifths).toHaveLength(5);
  });
});
