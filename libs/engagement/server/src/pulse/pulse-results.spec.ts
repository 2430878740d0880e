import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answersOf, type PulseCounts, toldResults } from './pulse-results.ts';

const first = '2025-01-01';
const counts = (very: number, somewhat = 0, notAtAll = 0): PulseCounts => ({ asked: 100, very, somewhat, notAtAll });
const anyCounts: fc.Arbitrary<PulseCounts[]> = fc.array(
  fc.record({ asked: fc.nat(120), very: fc.nat(30), somewhat: fc.nat(20), notAtAll: fc.nat(15) }),
  { maxLength: 14 },
);

describe('what is told of finished quarters', () => {
  it('is nothing below forty answers, and each quarter by itself from there on', () => {
    expect(toldResults(first, [counts(20, 12, 7)])).toEqual({ told: [], since: '2025-01-01' });
    expect(toldResults(first, [counts(20, 12, 8)]).told).toEqual([{ asked: 100, very: 20, somewhat: 12, notAtAll: 8, answers: 40, quarters: [first], from: '2025-01-01', to: '2025-03-31' }]);
    expect(toldResults(first, [counts(40), counts(45)])).toMatchObject({ told: [{ to: '2025-03-31' }, { from: '2025-04-01', to: '2025-06-30', answers: 45 }], since: '2025-07-01' });
  });

  it('adds up quarters of a small company, a year at most', () => {
    expect(toldResults(first, [counts(15), counts(10, 4), counts(5, 5, 1), counts(50)]).told).toEqual([
      expect.objectContaining({ from: '2025-01-01', to: '2025-09-30', very: 30, answers: 40, asked: 300 }),
      expect.objectContaining({ from: '2025-10-01', to: '2025-12-31', answers: 50 }),
    ]);
    // Thirty-nine in four quarters are never told, neither by themselves nor with what comes later.
    expect(toldResults(first, [counts(9), counts(10), counts(10), counts(10), counts(39)])).toEqual({ told: [], since: '2026-01-01' });
  });

  it('never is about fewer than forty answers, nor tells an answer twice, nor changes with what comes later', () => {
    fc.assert(
      fc.property(anyCounts, (quarters) => {
        const { told } = toldResults(first, quarters);
        expect(told.every(({ answers, quarters: added }) => answers >= 40 && added.length <= 4)).toBe(true);
        const names = told.flatMap(({ quarters: added }) => added);
        expect(names).toEqual([...new Set(names)].sort());
        expect(told.every((result) => answersOf(result) === result.answers)).toBe(true);
        for (let length = 0; length < quarters.length; length += 1) {
          const before = toldResults(first, quarters.slice(0, length)).told;
          expect(told.slice(0, before.length)).toEqual(before);
        }
      }),
      { numRuns: 300 },
    );
  });
});
