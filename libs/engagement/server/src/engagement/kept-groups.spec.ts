import { describe, expect, it } from '@jest/globals';
import type { RolledDay } from '../day/rolled-days.ts';
import type { Ground } from './ground.ts';
import { KeptGroups, madeOf } from './kept-groups.ts';

const day = (number: number, held: number): RolledDay<number> => ({ day: number, isClosed: false, held });

describe('a figure of some days', () => {
  it('is made again when a day was, and when there are more or fewer, and not otherwise', async () => {
    let [days, makes] = [[day(1, 10), day(2, 20)], 0];
    const sum = madeOf(() => Promise.resolve([...days]), (those) => {
      makes += 1;
      return those.reduce((so, { held }) => so + held, 0);
    });
    expect([await sum(), await sum(), makes]).toEqual([30, 30, 1]);
    days = [day(1, 11), days[1] as RolledDay<number>];
    expect([await sum(), await sum(), makes]).toEqual([31, 31, 2]);
    days = [...days, day(3, 5)];
    expect([await sum(), makes]).toEqual([36, 3]);
    days = days.slice(1);
    expect([await sum(), makes]).toEqual([25, 4]);
  });
});

describe('groups that were asked for', () => {
  it('are made again for other filters, another ground and new places', () => {
    const groups = new KeptGroups<number>();
    let makes = 0;
    const [ground, places] = [{} as Ground, [] as never[]];
    const of = (asked: Record<string, string>, on = ground, known = places) => groups.of({ ground: on, places: known, asked }, () => (makes += 1));
    expect([of({}), of({ level: 'manager' }), of({}), of({ level: 'manager' })]).toEqual([1, 2, 1, 2]);
    expect(of({}, {} as Ground)).toBe(3);
    expect([of({}, ground, [undefined as never]), of({})]).toEqual([4, 5]);
  });

  it('are kept when they may not be told of', () => {
    const groups = new KeptGroups<number>();
    let makes = 0;
    const of = () => groups.of({ ground, places, asked: {} }, () => ((makes += 1), null));
    const [ground, places] = [{} as Ground, [] as never[]];
    expect([of(), of(), makes]).toEqual([null, null, 1]);
  });
});
