import type { Headcounts, Place, Step } from '../gate/headcounts.ts';
import { type Presence, stretchesOf } from './eligible.ts';
import { anniversaries, type Course, placeKey, placeOn } from './standing.ts';

/** Of the people whose courses and presences are known, from one day to another, both included and counted from 1970. */
export function headcountsOf(courses: ReadonlyMap<string, Course>, presences: ReadonlyMap<string, Presence>, from: number, to: number): Headcounts {
  const days = to - from + 1;
  const changes = new Map<string, { place: Place; byDay: Map<number, number> }>();
  const change = (place: Place, day: number, by: number): void => {
    if (day >= days) return;
    const key = placeKey(place);
    const found = changes.get(key) ?? { place, byDay: new Map<number, number>() };
    changes.set(key, found);
    found.byDay.set(day, (found.byDay.get(day) ?? 0) + by);
  };
  for (const [id, presence] of presences) {
    const course = courses.get(id);
    if (!course) continue;
    for (const [start, end] of stretchesOf(presence, from, to)) {
      for (const [first, last] of parted(start, end, [...course.standings.map(({ since }) => since), ...anniversaries(course.hiredOn)])) {
        const place = placeOn(course, first);
        change(place, first - from, 1);
        change(place, last + 1 - from, -1);
      }
    }
  }
  const found = [...changes.values()];
  return { days, places: found.map(({ place }) => place), steps: found.map(({ byDay }) => stepsOf(byDay)) };
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
