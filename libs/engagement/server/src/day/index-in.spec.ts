import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indexIn } from './index-in.ts';

it('finds where a number stands among numbers in order, or would', () => {
  const numbers = fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 40 }).map((some) => Int32Array.from(some).sort());
  fc.assert(
    fc.property(numbers, fc.integer({ min: -45, max: 45 }), fc.nat(45), (sorted, number, start) => {
      const from = Math.min(start, sorted.length);
      const found = sorted.findIndex((one, at) => at >= from && one >= number);
      expect(indexIn(sorted, number, from)).toBe(found < 0 ? sorted.length : found);
    }),
    { numRuns: 2_000 },
  );
});
