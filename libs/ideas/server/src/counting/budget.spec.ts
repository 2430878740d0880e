import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fits, funded, type Costed } from './budget.ts';

const idea = (id: string, cost: number, votes: number, envelope = 'all'): Costed => ({ id, cost, votes, envelope });
const ids = (ideas: readonly Costed[]): string[] => ideas.map(({ id }) => id);

const someIdeas = fc.uniqueArray(
  fc.record({ id: fc.uuid(), cost: fc.integer({ min: 1, max: 50_000 }), votes: fc.integer({ min: 0, max: 40 }), envelope: fc.constantFrom('all', 'Sales', 'Factory') }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const someEnvelopes = fc.dictionary(fc.constantFrom('all', 'Sales', 'Factory'), fc.integer({ min: 0, max: 200_000 })).map((amounts) => new Map(Object.entries(amounts)));

describe('what an envelope pays', () => {
  it('is what most people chose, passing over what it cannot pay any more', () => {
    expect(ids(funded([idea('a', 60, 5), idea('b', 50, 4), idea('c', 40, 3), idea('d', 1, 0)], new Map([['all', 100]])))).toEqual(['a', 'c']);
  });

  it('is, of the same votes, the cheaper one, then the older one', () => {
    expect(ids(funded([idea('c', 60, 5), idea('b', 50, 5), idea('a', 60, 5)], new Map([['all', 110]])))).toEqual(['b', 'a']);
  });

  it('comes from each department’s own', () => {
    expect(ids(funded([idea('a', 60, 5, 'Sales'), idea('b', 60, 4, 'Factory'), idea('c', 10, 9, 'Stores')], new Map([['Sales', 60], ['Factory', 59]])))).toEqual(['a']);
  });

  it('never exceeds it, whatever the ideas, and does not depend on their order', () => {
    fc.assert(
      fc.property(someIdeas, someEnvelopes, fc.infiniteStream(fc.nat()), (ideas, envelopes, keys) => {
        const paid = funded(ideas, envelopes);
        expect(fits(paid, envelopes)).toBe(true);
        const shuffled = ideas.map((one) => ({ one, key: keys.next().value as number })).toSorted((first, second) => first.key - second.key).map(({ one }) => one);
        expect(ids(funded(shuffled, envelopes))).toEqual(ids(paid));
        // Whatever was left out has no votes, or what is paid before it leaves too little.
        for (const out of ideas.filter((one) => one.votes > 0 && !paid.includes(one))) {
          expect(fits([...paid.filter((one) => one.votes >= out.votes), out], envelopes)).toBe(false);
        }
      }),
    );
  });
});

describe('a choice', () => {
  it('may use an envelope up, and not a unit more', () => {
    const envelopes = new Map([['all', 100], ['Sales', 10]]);
    expect(fits([idea('a', 60, 0), idea('b', 40, 0)], envelopes)).toBe(true);
    expect(fits([idea('a', 60, 0), idea('b', 41, 0)], envelopes)).toBe(false);
    expect(fits([idea('a', 1, 0, 'Factory')], envelopes)).toBe(false);
    expect(fits([], envelopes)).toBe(true);
  });
});
