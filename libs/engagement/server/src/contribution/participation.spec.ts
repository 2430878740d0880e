import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RolledDay } from '../day/rolled-days.ts';
import type { Group } from '../engagement/group.ts';
import type { ContributionDay } from './contribution-day.ts';
import { participationOf } from './participation.ts';

const [people, length] = [12, 35];

/** What people wrote on a day: who, at which of three places, after how many days, how much. */
type Line = readonly [who: number, place: number, gap: number, written: number];

const dayOf = (day: number, lines: readonly Line[]): RolledDay<ContributionDay> => ({
  day,
  isClosed: false,
  held: {
    who: Int32Array.from(lines, ([who]) => who),
    place: Int32Array.from(lines, ([, place]) => place),
    gap: Uint16Array.from(lines, ([, , gap]) => gap),
    written: Uint16Array.from(lines, ([, , , written]) => written),
  },
});

/** Those of the first of the places. */
const group = (last: number): Group => ({
  period: { from: '', to: '', first: 0, last }, people, ofPeriod: people, leftOut: 0, places: Uint8Array.of(1, 0, 0), holds: () => true,
});

const line = fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9 }));
/** Whoever writes on a day, each at one place. */
const wrote = fc.dictionary(fc.nat(people - 1).map(String), line, { maxKeys: people }).map((lines) => Object.entries(lines).map(([who, [place, gap, written]]): Line => [Number(who), place, gap, written]).sort(([one], [other]) => one - other));

describe('who writes in a group', () => {
  it('depends on nothing that its people write when they stand elsewhere', () => {
    fc.assert(
      fc.property(fc.array(wrote, { minLength: length, maxLength: length }), (days) => {
        const inGroup = days.map((lines) => lines.filter(([, place]) => place === 0));
        const told = (those: readonly (readonly Line[])[]) => participationOf(those.map((lines, day) => dayOf(day, lines)), group(length - 1), 1);
        expect(told(days)).toEqual(told(inGroup));
      }),
      { seed: 7 },
    );
  });

  it('is told the same whether or not somebody who has moved writes on the next day', () => {
    const before = Array.from({ length: 30 }, (_, day) => dayOf(day, day % 7 === 0 ? [[0, 0, 7, 2], [1, 0, 7, 1]] : []));
    const [silent, writing] = [participationOf([...before, dayOf(30, [])], group(30), 1), participationOf([...before, dayOf(30, [[0, 1, 2, 8]])], group(30), 1)];
    expect(silent.gini).not.toBeNull();
    expect(writing).toEqual(silent);
  });
});
