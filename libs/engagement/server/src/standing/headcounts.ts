import type { Headcounts, Place, Step } from '../gate/headcounts.ts';
import { type Employment, stretchesOf } from './employment.ts';
import { placeKey, placeOn, type Standing } from './standing.ts';

/** Who stood where, for how long: people without their names. */
export interface Stays {
  places: readonly Place[];
  /** Their indexes, by their keys. */
  indexes: ReadonlyMap<string, number>;
  /** Days since 1970, both included, and the index of the place; by stay. */
  first: Float64Array;
  last: Float64Array;
  place: Int32Array;
  /** 1: of somebody else than the stay before. */
  isOther: Uint8Array;
}

/** The stays of eligible people at one place after the other, over all time. */
export function staysOf(courses: ReadonlyMap<string, readonly Standing[]>, employments: ReadonlyMap<string, Employment>): Stays {
  const indexes = new Map<string, number>();
  const stays: { places: Place[]; first: number[]; last: number[]; place: number[]; isOther: number[] } = { places: [], first: [], last: [], place: [], isOther: [] };
  const indexOf = (place: Place): number => {
    const key = placeKey(place);
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, stays.places.length);
    return stays.places.push(place) - 1;
  };
  for (const [id, employment] of employments) {
    const course = courses.get(id);
    if (!course) continue;
    let isOther = 1;
    for (const [start, end] of stretchesOf(employment)) {
      for (const [first, last] of parted(start, end, course.map(({ since }) => since))) {
        stays.first.push(first);
        stays.last.push(last);
        stays.place.push(indexOf(placeOn(course, first)));
        stays.isOther.push(isOther);
        isOther = 0;
      }
    }
  }
  return { places: stays.places, indexes, first: Float64Array.from(stays.first), last: Float64Array.from(stays.last), place: Int32Array.from(stays.place), isOther: Uint8Array.from(stays.isOther) };
}

/** How many people stood where from one day to another, both included and counted from 1970. */
export function headcountsOf({ places, first, last, place }: Stays, from: number, to: number): Headcounts {
  const days = to - from + 1;
  const atFirst = new Int32Array(places.length);
  // Who came after the first day, and who left before the last: 2 (days × place + day), and 1 more for one person more.
  const changes: number[] = [];
  for (let i = 0; i < place.length; i += 1) {
    const [start, end, at] = [first[i] as number, last[i] as number, place[i] as number];
    if (start > to || end < from) continue;
    if (start <= from) atFirst[at] = (atFirst[at] as number) + 1;
    else changes.push(2 * (days * at + start - from) + 1);
    if (end < to) changes.push(2 * (days * at + end + 1 - from));
  }
  const steps = Array.from(atFirst, (people): Step[] => (people > 0 ? [[0, people]] : []));
  for (const change of Float64Array.from(changes).sort()) {
    const [more, key] = [change % 2 === 1 ? 1 : -1, Math.floor(change / 2)];
    const ofPlace = steps[Math.floor(key / days)] as Step[];
    const [day, [lastDay, people]] = [key % days, ofPlace.at(-1) ?? [-1, 0]];
    if (lastDay === day) ofPlace.pop();
    ofPlace.push([day, people + more]);
  }
  return { days, places, steps };
}

/** How many people were there on some day of a period, each counted once, where they first stood: by place. */
export function peopleOfPeriod({ places, first, last, place, isOther }: Stays, from: number, to: number): Int32Array {
  const people = new Int32Array(places.length);
  let isCounted = false;
  for (let i = 0; i < place.length; i += 1) {
    if (isOther[i]) isCounted = false;
    if (isCounted || (first[i] as number) > to || (last[i] as number) < from) continue;
    isCounted = true;
    const at = place[i] as number;
    people[at] = (people[at] as number) + 1;
  }
  return people;
}

/** A stretch of days, cut before each of the given days. */
function parted(start: number, end: number, cuts: readonly number[]): [number, number][] {
  const starts = [start, ...new Set(cuts.filter((cut) => cut > start && cut <= end))].sort((one, other) => one - other);
  return starts.map((first, i) => [first, (starts[i + 1] ?? end + 1) - 1]);
}
