import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { resultsOf } from './jury-ranking.ts';
import { totalOf } from './judging.ts';

const score = (jurorId: string, ideaId: string, value: number) => ({ jurorId, ideaId, score: value });

describe('a ranking', () => {
  it('gives ideas that are as good the same place, and the next one the place after all of them', () => {
    const scores = ['a', 'b'].flatMap((juror) => [score(juror, 'one', 8), score(juror, 'two', 8), score(juror, 'three', 2)]);
    expect(resultsOf(['three', 'two', 'one', 'four'], scores).ranks.map(({ ideaId, place }) => [ideaId, place])).toEqual([['two', 1], ['one', 1], ['three', 3], ['four', null]]);
  });

  it('does not let a severe juror drag down what they alone have judged', () => {
    const mild = [score('mild', 'plain', 7), score('mild', 'better', 9), score('mild', 'bad', 5)];
    const severe = [score('severe', 'best', 5), score('severe', 'worst', 1), score('severe', 'plain', 3)];
    const { ranks } = resultsOf(['plain', 'better', 'bad', 'best', 'worst'], [...mild, ...severe]);
    const placeOf = (id: string) => ranks.find(({ ideaId }) => ideaId === id)?.place;
    expect(placeOf('best')).toBe(placeOf('better'));
    expect(placeOf('best')).toBe(1);
  });

  it('is empty of places when nobody has judged', () => {
    expect(resultsOf(['one'], [])).toEqual({ ranks: [{ ideaId: 'one', place: null, mean: null, rawMean: null, jurorCount: 0 }], agreement: null });
  });

  it('is the same in whatever order scores come', () => {
    const some = fc.uniqueArray(fc.record({ jurorId: fc.constantFrom('a', 'b', 'c'), ideaId: fc.constantFrom('one', 'two', 'three', 'four'), score: fc.integer({ min: 0, max: 10 }) }), { selector: ({ jurorId, ideaId }) => jurorId + ideaId });
    fc.assert(
      fc.property(some, (scores) => {
        const ids = ['one', 'two', 'three', 'four'];
        expect(resultsOf(ids, scores.toReversed()).ranks).toEqual(resultsOf(ids, scores).ranks);
      }),
    );
  });
});

describe('a total', () => {
  it.each([
    ['by weight', [{ id: 'a', weight: 2 }, { id: 'b', weight: 1 }], { a: 9, b: 3 }, 7],
    ['missing one', [{ id: 'a', weight: 2 }, { id: 'b', weight: 1 }], { a: 9 }, null],
    ['nothing but zero', [{ id: 'a', weight: 1 }], { a: 0 }, 0],
  ])('is %s', (_name, criteria, scores, total) => {
    expect(totalOf(criteria.map((one) => ({ ...one, label: '' })), scores as Record<string, number>)).toBe(total);
  });
});
