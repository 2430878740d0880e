import { describe, expect, it } from '@jest/globals';
import { figuresOf, type Level } from './spread-figures.ts';

const levels = (...pairs: [times: number, people: number][]): Level[] => pairs.map(([times, people]) => ({ times, people }));

describe('how evenly something is spread', () => {
  it.each<[string, Level[], number, number]>([
    ['all had as much', levels([3, 40]), 0, 1],
    ['eight of forty had all, in equal parts', levels([0, 32], [60, 8]), 32 / 40, 8 / 40],
    ['half had all, in equal parts', levels([2, 20], [0, 20]), 0.5, 0.5],
    // Sorted 1×10, 2×10, 3×10: 2 (55 + 2 × 155 + 3 × 255) / (30 × 60) − 31 / 30.
    ['some had twice and three times as much', levels([1, 10], [2, 10], [3, 10]), 2 / 9, 1],
  ])('%s', (_how, of, gini, reached) => {
    const figures = figuresOf(of, { all: true });
    expect(figures?.gini).toBeCloseTo(gini, 10);
    expect(figures?.reached).toBeCloseTo(reached, 10);
  });

  it('tells what each fifth had, the one with least first', () => {
    expect(figuresOf(levels([0, 20], [1, 10], [9, 10]), { all: false })?.fifths.map((share) => Math.round(share * 100))).toEqual([0, 0, 4, 24, 72]);
  });

  it('tells nothing of fewer than twenty people or things, and no fifths of fewer than eight people', () => {
    expect(figuresOf(levels([5, 19]), { all: true })).toBeNull();
    expect(figuresOf(levels([1, 19], [0, 200]), { all: true })).toBeNull();
    expect(figuresOf([], { all: true })).toBeNull();
    expect(figuresOf(levels([1, 39]), { all: true })).toMatchObject({ total: 39, fifths: [] });
    expect(figuresOf(levels([1, 40]), { all: true })?.fifths).toHaveLength(5);
  });

  it.each<[string, Level[], boolean, boolean]>([
    ['when one had all twenty', levels([0, 19], [20, 1]), true, false],
    ['when seven had all', levels([0, 33], [20, 7]), true, false],
    ['when eight had all', levels([0, 32], [20, 8]), true, true],
    ['when seven had none', levels([0, 7], [20, 33]), true, false],
    ['when all had some, and it may be told', levels([1, 10], [2, 30]), true, true],
    ['when all had some, and it says too much of each', levels([1, 10], [2, 30]), false, false],
  ])('tells nothing of a few: %s', (_when, of, all, isTold) => {
    expect(figuresOf(of, { all }) !== null).toBe(isTold);
  });
});
