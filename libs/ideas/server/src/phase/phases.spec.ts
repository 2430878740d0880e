import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { extended, faultOf, phaseKinds, type Phase } from './phases.ts';
import { somePhases } from '../testing/some-phases.ts';

const day = (number: number): Date => new Date(Date.UTC(2026, 9, number));
const phase = (kind: Phase['kind'], from: number, to: number): Phase => ({ kind, opensAt: day(from), closesAt: day(to) });
const length = ({ opensAt, closesAt }: Phase): number => closesAt.getTime() - opensAt.getTime();

describe('the phases of a campaign', () => {
  it.each([
    { name: 'one phase', phases: [phase('vote', 1, 2)], fault: null },
    { name: 'one phase right after another', phases: [phase('gather', 1, 5), phase('vote', 5, 9)], fault: null },
    { name: 'days without any between them', phases: [phase('gather', 1, 5), phase('vote', 7, 9)], fault: null },
    { name: 'none', phases: [], fault: { fault: 'none' } },
    { name: 'one that closes before it opens', phases: [phase('gather', 5, 1)], fault: { fault: 'length', kind: 'gather' } },
    { name: 'one that closes as it opens', phases: [phase('gather', 5, 5)], fault: { fault: 'length', kind: 'gather' } },
    { name: 'an unreadable time', phases: [{ ...phase('gather', 1, 5), closesAt: new Date('soon') }], fault: { fault: 'length', kind: 'gather' } },
    { name: 'one that comes twice', phases: [phase('gather', 1, 5), phase('gather', 5, 9)], fault: { fault: 'twice', kind: 'gather' } },
    { name: 'a vote before ideas are gathered', phases: [phase('vote', 1, 5), phase('gather', 5, 9)], fault: { fault: 'order', kind: 'gather' } },
    { name: 'two at a time', phases: [phase('gather', 1, 6), phase('vote', 5, 9)], fault: { fault: 'overlap', kind: 'vote' } },
  ])('$name', ({ phases, fault }) => {
    expect(faultOf(phases)).toEqual(fault);
  });
});

describe('a phase that closes later', () => {
  it('puts off those after it only as far as it must', () => {
    const phases = [phase('gather', 1, 5), phase('vote', 7, 9), phase('decide', 9, 12)];
    expect(extended(phases, 'gather', day(6))).toEqual([phase('gather', 1, 6), phase('vote', 7, 9), phase('decide', 9, 12)]);
    expect(extended(phases, 'gather', day(8))).toEqual([phase('gather', 1, 8), phase('vote', 8, 10), phase('decide', 10, 13)]);
  });

  it('closes no earlier than it was to', () => {
    expect(extended([phase('gather', 1, 5)], 'gather', day(3))).toEqual([phase('gather', 1, 5)]);
  });

  it('leaves the order right, brings nothing forward and shortens nothing, whatever the phases', () => {
    fc.assert(
      fc.property(somePhases, fc.constantFrom(...phaseKinds), fc.integer({ min: -40, max: 400 }), (phases, kind, days) => {
        const until = new Date((phases.find((one) => one.kind === kind) ?? phases[0] as Phase).closesAt.getTime() + days * 86_400_000);
        const after = extended(phases, kind, until);
        expect(faultOf(after)).toBeNull();
        for (const [i, one] of phases.entries()) {
          const moved = after[i] as Phase;
          expect(moved.opensAt >= one.opensAt).toBe(true);
          expect(length(moved)).toBe(one.kind === kind ? Math.max(length(one), until.getTime() - one.opensAt.getTime()) : length(one));
        }
      }),
    );
  });
});
