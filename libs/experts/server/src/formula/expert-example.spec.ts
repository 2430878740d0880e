import { describe, expect, it } from '@jest/globals';
import { defaultWeights } from '../finding/expert-weights.ts';
import { exampleOf } from './expert-example.ts';
import { ExpertWeightNameEnum } from './expert-formula.type.ts';

describe('the example of the formula', () => {
  it('comes out as it does by hand, with the usual weights', () => {
    const [one, other] = exampleOf(defaultWeights);
    // An accepted answer with 3 votes: 1 × (1 + 0.2 + 0.1 × ln 4) = 1.3386; another: 0.5 × 1.
    expect(one?.evidence.map(({ worth }) => worth)).toEqual([expect.closeTo(1.3386, 4), 0.5]);
    // By age: 1.3386 × 10/20 + 0.5 × 10/40 = 0.7943; all that they wrote: 10/15 + 10/20 + 10/40 + 10/40 = 1.6667; 0.7943^0.4 × 1.6667^0.6.
    expect(one).toMatchObject({ about: expect.closeTo(0.7943, 4), activity: expect.closeTo(1.6667, 4), score: expect.closeTo(1.239, 3) });
    // 0.5 × 10/20 = 0.25; 8 things that each count a half; 0.25^0.4 × 4^0.6.
    expect(other).toMatchObject({ about: 0.25, activity: 4, score: expect.closeTo(1.3195, 3) });
  });

  it.each([{ recency: 100 }, { topicality: 0 }, { accepted: 3, votes: 0 }])('leads from its parts to the score with %o', (change) => {
    const weights = { ...defaultWeights, ...change };
    for (const { about, activity, score } of exampleOf(weights)) expect(score).toBeCloseTo(about ** weights.topicality * activity ** (1 - weights.topicality));
  });

  it('has a name for each weight', () => {
    expect(Object.values(ExpertWeightNameEnum).sort()).toEqual(Object.keys(defaultWeights).sort());
  });
});
