import fc from 'fast-check';
import { phaseKinds, type Phase } from '../phase/phases.ts';

const hourMs = 3_600_000;

/** Any phases that a campaign may have, at whole hours, with or without time between them. */
export const somePhases: fc.Arbitrary<Phase[]> = fc
  .tuple(fc.subarray([...phaseKinds], { minLength: 1 }), fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 900 })), { minLength: phaseKinds.length, maxLength: phaseKinds.length }))
  .map(([kinds, hours]) => {
    let free = Date.UTC(2026, 8, 1);
    return kinds.map((kind, i) => {
      const [pause, length] = hours[i] as [number, number];
      const opensAt = new Date(free + pause * hourMs);
      free = opensAt.getTime() + length * hourMs;
      return { kind, opensAt, closesAt: new Date(free) };
    });
  });
