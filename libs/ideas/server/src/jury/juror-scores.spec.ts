import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agreement, normalised, type Score } from './juror-scores.ts';

/** The example of Krippendorff (2011), C: four observers, twelve units. */
const observers = {
  A: '1 2 3 3 2 1 4 1 2 . . .',
  B: '1 2 3 3 2 2 4 1 2 5 . 3',
  C: '. 3 3 3 2 3 4 2 2 5 1 .',
  D: '1 2 3 3 2 4 4 1 2 5 1 .',
};
const scoresOf = (rows: Record<string, string>): Score[] =>
  Object.entries(rows).flatMap(([jurorId, row]) => row.split(' ').flatMap((score, i) => (score === '.' ? [] : [{ jurorId, ideaId: `idea ${i}`, score: Number(score) }])));

const someScores = fc.uniqueArray(fc.record({ jurorId: fc.constantFrom('A', 'B', 'C'), ideaId: fc.constantFrom('1', '2', '3', '4', '5', '6'), score: fc.integer({ min: 0, max: 10 }) }), {
  selector: ({ jurorId, ideaId }) => `${jurorId} ${ideaId}`,
  minLength: 1,
});

describe('how far jurors agree', () => {
  it('is the published figure of the published example', () => {
    expect(agreement(scoresOf(observers))).toBeCloseTo(0.849, 3);
  });

  it('is 1 for those who say the same, and below 0 for those who contradict each other', () => {
    expect(agreement(scoresOf({ A: '1 5 3', B: '1 5 3' }))).toBe(1);
    expect(agreement(scoresOf({ A: '1 5', B: '5 1' }))).toBeLessThan(0);
  });

  it('is nothing where there is nothing to compare', () => {
    expect(agreement([])).toBeNull();
    expect(agreement(scoresOf({ A: '1 2 .', B: '. . 3' }))).toBeNull();
    expect(agreement(scoresOf({ A: '2 2', B: '2 2' }))).toBeNull();
  });

  it('does not depend on who is named first, and never exceeds 1', () => {
    fc.assert(
      fc.property(someScores, (scores) => {
        const alpha = agreement(scores);
        const turned = agreement(scores.toReversed());
        if (alpha === null) expect(turned).toBeNull();
        else expect(turned).toBeCloseTo(alpha, 9);
        expect(alpha ?? 1).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('scores made comparable', () => {
  it('takes severity and spread away: a severe juror who orders alike says the same', () => {
    const of = Map.groupBy(normalised(scoresOf({ mild: '6 8 10', severe: '1 2 3' })), ({ ideaId }) => ideaId);
    for (const [one, other] of [...of.values()] as [Score, Score][]) expect(one.score).toBeCloseTo(other.score, 9);
  });

  it('makes nothing of a juror who gave everything the same', () => {
    const scores = scoresOf({ A: '4 4 4', B: '1 2 9' });
    expect(normalised(scores).filter(({ jurorId }) => jurorId === 'A').map(({ score }) => score)).toEqual([4, 4, 4]);
  });

  it('keeps each juror’s order, and the mean of all', () => {
    fc.assert(
      fc.property(someScores, (scores) => {
        const after = normalised(scores);
        for (const [i, one] of scores.entries()) {
          for (const [j, other] of scores.entries()) {
            if (one.jurorId === other.jurorId && one.score < other.score) expect((after[i] as Score).score).toBeLessThan((after[j] as Score).score);
          }
        }
        const mean = (of: readonly Score[]): number => of.reduce((sum, { score }) => sum + score, 0) / of.length;
        expect(mean(after)).toBeCloseTo(mean(scores), 9);
      }),
    );
  });
});
