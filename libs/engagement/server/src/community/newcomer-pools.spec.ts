import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber } from '../period/day.ts';
import { type DayOfJoining, type Pool, poolsOfDays } from './newcomer-pools.ts';

/** Somebody joined a community on a day, counted from 1970; whether somebody else welcomed them there. */
interface Joined {
  day: number;
  who: number;
  isWelcomed: boolean;
}

const minGroup = 5;
/** So that the new year is among them. */
const firstDay = dayNumber('2025-12-01');
const joins = fc
  .array(fc.tuple(fc.nat(89), fc.nat(30), fc.boolean()), { maxLength: 120 })
  .map((all): Joined[] => all.map(([day, who, isWelcomed]) => ({ day: firstDay + day, who, isWelcomed })).toSorted((one, other) => one.day - other.day));
const periods = fc.tuple(fc.nat(89), fc.nat(89)).map(([one, other]): [number, number] => [firstDay + Math.min(one, other), firstDay + Math.max(one, other)]);

/** In the order of days. */
function poolsOf(joined: readonly Joined[]): Pool[] {
  const days = [...Map.groupBy(joined, ({ day }) => day)].map(([day, those]): DayOfJoining => {
    return { day, newcomers: those.length, welcomed: those.filter(({ isWelcomed }) => isWelcomed).length, people: new Set(those.map(({ who }) => who)) };
  });
  return poolsOfDays(days, minGroup);
}

/** What is told of a period, as the figures ask: from the first of January of the year in which it begins. */
function told(all: readonly Joined[], [first, last]: readonly [number, number]): Joined[] {
  const year = first < dayNumber('2026-01-01') ? firstDay : dayNumber('2026-01-01');
  const pools = poolsOf(all.filter(({ day }) => day >= year && day <= last)).filter((pool) => pool.first >= first);
  return all.filter(({ day }) => pools.some((pool) => pool.first <= day && day <= pool.last));
}

describe('newcomers', () => {
  it('are told of by days on which enough of them came', () => {
    const joined = [1, 1, 2, 2, 2, 3, 4, 4, 4, 4, 4, 5].map((day, i): Joined => ({ day, who: i, isWelcomed: i < 3 }));
    expect(poolsOf(joined)).toEqual([{ first: 1, last: 2, newcomers: 5, welcomed: 3 }, { first: 3, last: 4, newcomers: 6, welcomed: 0 }]);
  });

  it('count by people, however many communities they join', () => {
    expect(poolsOf([1, 2, 3, 4, 5].map((day) => ({ day, who: 0, isWelcomed: true })))).toEqual([]);
  });

  it('cannot be told apart, few at a time, by comparing any two periods', () => {
    fc.assert(
      fc.property(joins, periods, periods, (all, one, other) => {
        const [ofOne, ofOther] = [told(all, one), told(all, other)];
        // What two answers, added or subtracted, are about: those of the one alone, of the other alone, and of both.
        const both = ofOne.filter((joined) => ofOther.includes(joined));
        for (const part of [ofOne, ofOther, both, ofOne.filter((joined) => !both.includes(joined)), ofOther.filter((joined) => !both.includes(joined))]) {
          const people = new Set(part.map(({ who }) => who)).size;
          expect(people === 0 || people >= minGroup).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
