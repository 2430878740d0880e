import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareByMajority, majorityGauge, type GradeCounts } from './majority-judgment.ts';

/** Balinski & Laraki, “Election by Majority Judgment: Experimental Evidence”, 2007: three polling places of Orsay, in tenths of a percent, from excellent to reject. */
const bayrou = [136, 307, 251, 148, 84, 74];
const royal = [167, 227, 191, 168, 122, 126];
const sarkozy = [191, 198, 143, 115, 71, 282];

/** As the method is told: ballot by ballot. */
function ballotByBallot(one: GradeCounts, other: GradeCounts): number {
  const [first, second] = [ballots(one), ballots(other)];
  while (first.length > 0) {
    const middle = Math.floor(first.length / 2);
    const [best, next] = [first.splice(middle, 1)[0] as number, second.splice(middle, 1)[0] as number];
    if (best !== next) return best - next;
  }
  return 0;
}

const ballots = (counts: GradeCounts): number[] => counts.flatMap((count, grade) => Array.from({ length: count }, () => grade));

const grades = 5;
/** Two ideas that as many people graded. */
const twoIdeas = fc.integer({ min: 1, max: 60 }).chain((voters) => fc.tuple(graded(voters), graded(voters)));
const graded = (voters: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 0, max: grades - 1 }), { minLength: voters, maxLength: voters }).map((given) => Array.from({ length: grades }, (_, grade) => given.filter((one) => one === grade).length));
const anyIdea = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: grades, maxLength: grades });

describe('majority judgment', () => {
  it('ranks the published example as published', () => {
    expect([bayrou, royal, sarkozy].map((counts) => ({ ...majorityGauge(counts), total: counts.reduce((sum, count) => sum + count, 0) }))).toEqual([
      { median: 2, above: 443, below: 306, total: 1000 },
      { median: 2, above: 394, below: 416, total: 1001 },
      { median: 2, above: 389, below: 468, total: 1000 },
    ]);
    expect([sarkozy, royal, bayrou].sort(compareByMajority)).toEqual([bayrou, royal, sarkozy]);
  });

  it('takes the lower of two grades in the middle', () => {
    expect(majorityGauge([1, 0, 0, 0, 1]).median).toBe(4);
  });

  it('puts what nobody graded last', () => {
    expect(majorityGauge([0, 0, 0]).median).toBeNull();
    expect(compareByMajority([0, 0, 0], [0, 0, 1])).toBeGreaterThan(0);
    expect(compareByMajority([0, 0, 0], [0, 0, 0])).toBe(0);
  });

  it('comes to the same as taking ballots away one by one', () => {
    fc.assert(fc.property(twoIdeas, ([one, other]) => expect(Math.sign(compareByMajority(one, other))).toBe(Math.sign(ballotByBallot(one, other)))));
  });

  it('is an order: the other way round it says the opposite, and it goes on', () => {
    fc.assert(
      fc.property(anyIdea, anyIdea, anyIdea, (one, other, third) => {
        expect(Math.sign(compareByMajority(one, other))).toBe(-Math.sign(compareByMajority(other, one)) + 0);
        const [best, next, last] = [one, other, third].sort(compareByMajority) as [number[], number[], number[]];
        expect(compareByMajority(best, next) <= 0 && compareByMajority(next, last) <= 0 && compareByMajority(best, last) <= 0).toBe(true);
      }),
    );
  });

  it('says the same of twice as many ballots', () => {
    fc.assert(fc.property(anyIdea, anyIdea, (one, other) => expect(Math.sign(compareByMajority(one.map((count) => 2 * count), other))).toBe(Math.sign(compareByMajority(one, other)))));
  });

  it('is never worse for an idea when somebody grades it better', () => {
    fc.assert(
      fc.property(twoIdeas, fc.integer({ min: 1, max: grades - 1 }), ([one, other], grade) => {
        fc.pre((one[grade] ?? 0) > 0);
        const better = one.map((count, i) => count + (i === grade - 1 ? 1 : i === grade ? -1 : 0));
        expect(compareByMajority(better, one)).toBeLessThan(0);
        if (compareByMajority(one, other) < 0) expect(compareByMajority(better, other)).toBeLessThan(0);
      }),
    );
  });
});
