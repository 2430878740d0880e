import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOrderOf } from './jury-seats.ts';
import { called, candidatesOf, digestOf, listOf } from './lot.ts';

/** As a draw does: everybody in the order of their lots, then the free seats. */
const drawn = (ids: readonly string[], seats: number, seed: string): string[] => called(inOrderOf(ids.map((id) => ({ id, department: '' })), seed), { seats, perDepartment: null }).map(({ id }) => id);

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

describe('seats', () => {
  const someCandidates = fc.uniqueArray(fc.record({ id: fc.uuid(), department: fc.constantFrom('', 'Here', 'There') }), { selector: ({ id }) => id, maxLength: 20 });

  it('are taken in the order of lots, at most so many of a department, those without one as they come', () => {
    const ordered = [['a', 'Here'], ['b', 'Here'], ['c', ''], ['d', 'There'], ['e', '']].map(([id, department]) => ({ id: id as string, department: department as string }));
    const ids = (options: Parameters<typeof called>[1]) => called(ordered, options).map(({ id }) => id);
    expect(ids({ seats: 3, perDepartment: null })).toEqual(['a', 'b', 'c']);
    expect(ids({ seats: 4, perDepartment: 1 })).toEqual(['a', 'c', 'd', 'e']);
    expect(ids({ seats: 1, perDepartment: 1, seated: [{ id: 'a', department: 'Here' }] })).toEqual(['c']);
    expect(ids({ seats: 2, perDepartment: null, able: (id) => id > 'c' })).toEqual(['d', 'e']);
  });

  it('never exceed what was asked, in all or of a department', () => {
    fc.assert(
      fc.property(someCandidates, fc.nat(10), fc.integer({ min: 1, max: 3 }), (candidates, seats, perDepartment) => {
        const chosen = called(candidates, { seats, perDepartment });
        expect(chosen.length).toBeLessThanOrEqual(seats);
        for (const name of ['Here', 'There']) expect(chosen.filter(({ department }) => department === name).length).toBeLessThanOrEqual(perDepartment);
      }),
    );
  });
});

describe('the list of candidates', () => {
  it('is in the order of ids, and read back as it was written', () => {
    const list = listOf([{ id: 'b', department: 'R\t& D\n' }, { id: 'a', department: '' }]);
    expect(list).toBe('a\t\nb\tR & D \n');
    expect(candidatesOf(list)).toEqual([{ id: 'a', department: '' }, { id: 'b', department: 'R & D ' }]);
    // printf 'a\t\nb\tR & D \n' | sha256sum
    expect(digestOf(list)).toBe(createHash('sha256').update(list).digest('hex'));
  });
});
