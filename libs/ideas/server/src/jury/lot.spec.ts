import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawn } from './lot.ts';

const someone = fc.uniqueArray(fc.uuid(), { maxLength: 30 });

describe('a draw by lot', () => {
  it('is what anybody finds with `printf %s seed:id | sha256sum`', () => {
    // 2026:eve begins with 2586a2, 2026:ann with 427d15, 2026:bob with 9613b7.
    expect(drawn(['bob', 'eve', 'ann'], 3, '2026')).toEqual(['eve', 'ann', 'bob']);
  });

  it('is the same again, in whatever order the candidates stand, and twice is once', () => {
    fc.assert(fc.property(someone, fc.string(), fc.nat(30), (ids, seed, number) => expect(drawn([...ids.toReversed(), ...ids], number, seed)).toEqual(drawn(ids, number, seed))));
  });

  it('draws as many as it is asked for, or all, and only candidates', () => {
    fc.assert(
      fc.property(someone, fc.string(), fc.nat(40), (ids, seed, number) => {
        const jury = drawn(ids, number, seed);
        expect(jury).toHaveLength(Math.min(number, ids.length));
        expect(jury.every((id) => ids.includes(id))).toBe(true);
      }),
    );
  });

  it('draws everybody about as often', () => {
    const ids = Array.from({ length: 10 }, (_, i) => `person-${i}`);
    const times = new Map(ids.map((id) => [id, 0]));
    for (let seed = 0; seed < 3_000; seed += 1) for (const id of drawn(ids, 3, String(seed))) times.set(id, (times.get(id) ?? 0) + 1);
    for (const count of times.values()) expect(Math.abs(count - 900)).toBeLessThan(120);
  });
});
