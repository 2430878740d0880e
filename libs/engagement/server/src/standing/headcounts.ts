import type { Headcounts, Place, Step } from '../gate/headcounts.ts';
import { type Employment, stretchesOf } from './employment.ts';
import { placeKey, placeOn, type Standing } from './standing.ts';

/** Who stood where, for how long: people without their names. */
export interface Stays {
  places: Place[];
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
  return { places: stays.places, first: Float64Array.from(stays.first), last: Float64Array.from(stays.last), place: Int32Array.from(stays.place), isOther: Uint8Array.from(stays.isOther) };
}

/** How many people stood where from one day to another, both included and counted from 1970. Places where nobody was are left out. */
export function headcountsOf({ places, first, last, place }: Stays, from: number, to: number): Headcounts {
  const days = to - from + 1;
  const changes = new Map<number, Map<number, number>>();
  for (let i = 0; i < place.length; i += 1) {
    const start = Math.max(first[i] as number, from) - from;
    const end = Math.min(last[i] as number, to) - from;
    if (start > end) continue;
    const at = place[i] as number;
    let byDay = changes.get(at);
    if (!byDay) changes.set(at, (byDay = new Map()));
    byDay.set(start, (byDay.get(start) ?? 0) + 1);
    if (end + 1 < days) byDay.set(end + 1, (byDay.get(end + 1) ?? 0) - 1);
  }
  return { days, places: [...changes.keys()].map((at) => places[at] as Place), steps: [...changes.values()].map(stepsOf) };
}

/** How many people were there on some day of a period, each counted once, where they first stood: by place. */
export function peopleOfPeriod({ places, first, last, place, isOther }: Stays, from: number, to: number): Map<Place, number> {
  const people = new Map<Place, number>();
  let isCounted = false;
  for (let i = 0; i < place.length; i += 1) {
    if (isOther[i]) isCounted = false;
    if (isCounted || (first[i] as number) > to || (last[i] as number) < from) continue;
    isCounted = true;
    const at = places[place[i] as number] as Place;
    people.set(at, (people.get(at) ?? 0) + 1);
  }
  return people;
}

/** A stretch of days, cut before each of the given days. */
function parted(start: number, end: number, cuts: readonly number[]): [number, number][] {
  const starts = [start, ...new Set(cuts.filter((cut) => cut > start && cut <= end))].sort((one, other) => one - other);
  return starts.map((first, i) => [first, (starts[i + 1] ?? end + 1) - 1]);
}

function stepsOf(byDay: ReadonlyMap<number, number>): Step[] {
  let people = 0;
  return [...byDay].sort(([one], [other]) => one - other).map(([day, by]): Step => [day, (people += by)]);
}
