import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber } from '../period/day.ts';
import { cohortsOf, lastDayOf, type MonthOfArrivals, toldCohort } from './cohorts.ts';

const minGroup = 10;
const month = (name: string, people: number, noted = people): MonthOfArrivals => ({ month: name, people, noted, activated: 0, retained: [people, 0, 0, 0], arrived: [] });
const ends = (cohorts: readonly { from: string; to: string; people: number }[]) => cohorts.map(({ from, to, people }) => [from, to, people]);

describe('cohorts of arrivals', () => {
  it('are months put together until they are enough people', () => {
    expect(ends(cohortsOf([month('2025-01', 12), month('2025-02', 4), month('2025-04', 7), month('2025-05', 9)], minGroup))).toEqual([['2025-01', '2025-01', 12], ['2025-02', '2025-04', 11]]);
    expect(cohortsOf([month('2025-02', 4), month('2025-04', 7)], minGroup)[0]).toMatchObject({ noted: 11, retained: [11, 0, 0, 0] });
  });

  it('are the same whatever is asked and whenever, and two answers never differ by few people', () => {
    const arrivals = fc.array(fc.nat(14), { minLength: 1, maxLength: 24 }).map((counts) => counts.map((people, i) => month(`${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`, people)).filter(({ people }) => people > 0));
    fc.assert(
      fc.property(arrivals, fc.nat(24), fc.nat(24), (months, one, other) => {
        const all = ends(cohortsOf(months, minGroup));
        // Asked when fewer months were over, or about a period that ends earlier.
        for (const count of [one, other]) {
          const asked = ends(cohortsOf(months.slice(0, count), minGroup));
          expect(asked).toEqual(all.slice(0, asked.length));
        }
        for (const [, , people] of all) expect(people).toBeGreaterThanOrEqual(minGroup);
      }),
    );
  });

  it('tell only what is over for all of them and still known of all of them', () => {
    const [cohort] = cohortsOf([month('2026-01', 12)], minGroup) as [ReturnType<typeof cohortsOf>[number]];
    const long = dayNumber('2020-01-01');
    const known = { visits: long, arrivals: long, yesterday: dayNumber('2030-01-01'), everybody: [] };
    const told = (change: Partial<typeof known>) => {
      const { activation, retained } = toldCohort(cohort, { ...known, ...change }, minGroup);
      return [activation, ...retained].map((figure) => (typeof figure === 'string' ? figure : 'told')).join(' ');
    };
    expect(told({})).toBe('told told told told told');
    // The last of January has had 59 days on the last of March.
    expect(told({ yesterday: dayNumber('2026-03-30') })).toBe('told not-over not-over not-over not-over');
    expect(told({ yesterday: dayNumber('2026-03-31') })).toBe('told told not-over not-over not-over');
    expect(told({ yesterday: dayNumber('2026-02-16') })).toBe('not-over not-over not-over not-over not-over');
    expect(told({ yesterday: dayNumber('2026-02-17') })).toBe('told not-over not-over not-over not-over');
    // The first of January has had 30 days on the last of that month.
    expect(told({ visits: dayNumber('2026-01-31') })).toBe('told told told told told');
    expect(told({ visits: dayNumber('2026-02-01') })).toBe('told not-known told told told');
    expect(told({ arrivals: dayNumber('2026-01-02') })).toBe('not-known told told told told');
    expect(toldCohort({ ...cohort, noted: 9 }, known, minGroup).activation).toBe('too-few');
    expect(toldCohort({ ...cohort, noted: 9 }, { ...known, yesterday: dayNumber('2026-02-16') }, minGroup).activation).toBe('not-over');
    expect(lastDayOf('2024-02')).toBe(dayNumber('2024-02-29'));
  });
});
