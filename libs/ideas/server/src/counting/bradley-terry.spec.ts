import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strengths, type Preference } from './bradley-terry.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const somePreferences = fc.array(fc.record({ winner: fc.constantFrom(...ids), loser: fc.constantFrom(...ids), count: fc.integer({ min: 1, max: 50 }) }), { maxLength: 30 });
const preferred = (winner: string, loser: string, count = 1): Preference => ({ winner, loser, count });
const order = (preferences: readonly Preference[], among = ids): string[] => strengths(among, preferences).map(({ id }) => id);
const shareOf = (id: string, preferences: readonly Preference[]): number => strengths(ids, preferences).find((one) => one.id === id)?.share ?? NaN;

describe('the strength of ideas compared in pairs', () => {
  it('finds the strengths that made the comparisons', () => {
    const made = [4, 2, 1];
    const many = 100_000;
    const preferences = [0, 1, 2].flatMap((one) => [0, 1, 2].filter((other) => other !== one).map((other) => {
      const [own, theirs] = [made[one] as number, made[other] as number];
      return preferred(ids[one] as string, ids[other] as string, Math.round((many * own) / (own + theirs)));
    }));
    const found = strengths(ids.slice(0, 3), preferences);
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    for (const [i, { share }] of found.entries()) expect(share).toBeCloseTo((made[i] as number) / 7, 4);
  });

  it('counts a win against a strong idea more than one against a weak one', () => {
    // « c » beat the strong « a », « d » the weak « b », once each; « a » beat « b » often.
    expect(order([preferred('a', 'b', 20), preferred('c', 'a'), preferred('d', 'b')], ['a', 'b', 'c', 'd']).indexOf('c')).toBeLessThan(order([preferred('a', 'b', 20), preferred('c', 'a'), preferred('d', 'b')], ['a', 'b', 'c', 'd']).indexOf('d'));
  });

  it('thinks nothing infinite of whoever won always, nor of what nobody compared', () => {
    const found = strengths(['a', 'b', 'c'], [preferred('a', 'b', 3)]);
    expect(found.map(({ id, wins, comparisons }) => [id, wins, comparisons])).toEqual([['a', 3, 3], ['c', 0, 0], ['b', 0, 3]]);
    for (const { share } of found) expect(share > 0 && share < 1).toBe(true);
  });

  it('is the same whatever the order of the comparisons, to the last digit', () => {
    fc.assert(
      fc.property(somePreferences, (preferences) => {
        expect(strengths(ids, preferences.toReversed())).toEqual(strengths(ids, preferences));
        expect(strengths(ids.toReversed(), preferences)).toEqual(strengths(ids, preferences));
      }),
    );
  });

  it('is shared among all, and an idea that wins once more is no weaker', () => {
    fc.assert(
      fc.property(somePreferences, fc.constantFrom(...ids), fc.constantFrom(...ids), (preferences, winner, loser) => {
        fc.pre(winner !== loser);
        expect(strengths(ids, preferences).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(shareOf(winner, [...preferences, preferred(winner, loser)])).toBeGreaterThanOrEqual(shareOf(winner, preferences) - 1e-9);
      }),
    );
  });
});
