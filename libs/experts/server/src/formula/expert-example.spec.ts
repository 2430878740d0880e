import { describe, expect, it } from '@jest/globals';
import { defaultWeights } from '../finding/expert-weights.ts';
import { exampleOf, shareFloor } from './expert-example.ts';
import { ExpertWeightNameEnum } from './expert-formula.type.ts';

describe('the example of the formula', () => {
  it('comes out as it does by hand, with the usual weights', () => {
    const [one, other] = exampleOf(defaultWeights);
    // An accepted answer with 3 votes: 1 × (1 + 0.2 + 0.1 × ln 4) = 1.3386; another: 0.5 × 1.
    expect(one?.evidence.map(({ worth }) => worth)).toEqual([expect.closeTo(1.3386, 4), 0.5]);
    // 1.8386 over 4 things; they count 10/15 + 10/20 + 10/40 + 10/40 by age; (0.4597 + 0.05)^0.7 = 0.6239.
    expect(one).toMatchObject({ share: expect.closeTo(0.4597, 4), activity: expect.closeTo(1.6667, 4), score: expect.closeTo(1.0398, 3) });
    // 0.5 over 8 things of which each counts a half; (0.0625 + 0.05)^0.7 = 0.2167.
    expect(other).toMatchObject({ share: 0.0625, activity: 4, score: expect.closeTo(0.8668, 3) });
  });

  it.each([{ recency: 100 }, { topicality: 0 }, { accepted: 3, votes: 0 }])('leads from its parts to the score with %o', (change) => {
    const weights = { ...defaultWeights, ...change };
    for (const { share, activity, score } of exampleOf(weights)) expect(score).toBeCloseTo((share + shareFloor) ** weights.topicality * activity);
  });

  it('has a name for each weight', () => {
    expect(Object.values(ExpertWeightNameEnum).sort()).toEqual(Object.keys(defaultWeights).sort());
  });
});
