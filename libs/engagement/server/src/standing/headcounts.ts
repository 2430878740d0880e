import { type HeadcountsByDay, type Place, presentAt } from '../gate/headcounts.ts';
import { indexIn } from '../day/index-in.ts';
import { type Employment, stretchesOf } from './employment.ts';
import { placeKey, placeOn, type Standing } from './standing.ts';
import { Turn } from './turn.ts';

/** Who stood where, for how long: people without their names, by when they came and went. */
export interface Stays {
  places: readonly Place[];
  /** Their indexes, by their keys. */
  indexes: ReadonlyMap<string, number>;
  moves: Moves;
  /** How many people stood at each place before some days, which are kept to begin with. */
  before: Map<number, Int32Array>;
}

/** Somebody came to a place, or went, in the order of days: columns of the same length. */
interface Moves {
  /** Counted from 1970; `ever`: they had always been there. */
  day: Int32Array;
  place: Int32Array;
  /** 1: came, −1: went. */
  more: Int8Array;
  /** The last day on which whoever came had been there before, at this place or another; `ever`: never. */
  former: Int32Array;
}

const ever = -0x40000000;
/** How far apart days are before which headcounts are kept, and how many of these. */
const [keptEvery, mostKept] = [32, 100];

/** The stays of eligible people at one place after the other, over all time. Lets others work in between. */
export async function staysOf(courses: ReadonlyMap<string, readonly Standing[]>, employments: ReadonlyMap<string, Employment>): Promise<Stays> {
  const [places, indexes]: [Place[], Map<string, number>] = [[], new Map()];
  const indexOf = (place: Place): number => {
    const key = placeKey(place);
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, places.length);
    return places.push(place) - 1;
  };
  const moves = { day: [] as number[], place: [] as number[], more: [] as number[], former: [] as number[] };
  const add = (day: number, place: number, more: number, former: number): void => {
    moves.day.push(day);
    moves.place.push(place);
    moves.more.push(more);
    moves.former.push(former);
  };
  const turn = new Turn();
  for (const [id, employment] of employments) {
    if (turn.isOver) await turn.pass();
    const course = courses.get(id);
    if (!course) continue;
    let former = ever;
    for (const [start, end] of stretchesOf(employment)) {
      for (const [first, last] of parted(start, end, course.map(({ since }) => since))) {
        const place = indexOf(placeOn(course, first));
        add(Math.max(first, ever), place, 1, former);
        if (last !== Infinity) add(last + 1, place, -1, ever);
        former = Math.min(last, -ever - 1);
      }
    }
  }
  return { places, indexes, moves: inOrder(moves), before: new Map() };
}

/** By day, by counting those of each: there are a million of them on some ten thousand days. */
function inOrder({ day, place, more, former }: Record<keyof Moves, readonly number[]>): Moves {
  const { length } = day;
  let [first, last] = [Infinity, -Infinity];
  for (const one of day) {
    if (one === ever) continue;
    first = Math.min(first, one);
    last = Math.max(last, one);
  }
  // Those who had always been there come first.
  const turnOf = (one: number): number => (one === ever ? 0 : one - first + 1);
  const next = new Int32Array(last < first ? 2 : last - first + 3);
  for (let i = 0; i < length; i += 1) next[turnOf(day[i] as number) + 1] = (next[turnOf(day[i] as number) + 1] as number) + 1;
  for (let turn = 1; turn < next.length; turn += 1) next[turn] = (next[turn] as number) + (next[turn - 1] as number);
  const moves = { day: new Int32Array(length), place: new Int32Array(length), more: new Int8Array(length), former: new Int32Array(length) };
  for (let i = 0; i < length; i += 1) {
    const turn = turnOf(day[i] as number);
    const at = next[turn] as number;
    next[turn] = at + 1;
    moves.day[at] = day[i] as number;
    moves.place[at] = place[i] as number;
    moves.more[at] = more[i] as number;
    moves.former[at] = former[i] as number;
  }
  return moves;
}

/** How many people stood where from one day to another, both included and counted from 1970. */
export function headcountsOf(stays: Stays, from: number, to: number): HeadcountsByDay {
  const { places, moves: { day, place, more } } = stays;
  const people = peopleBefore(stays, from + 1);
  const present = presentAt(people);
  const [first, end] = [indexIn(day, from + 1, 0), indexIn(day, to + 1, 0)];
  const counts = { place: new Int32Array(present.place.length + end - first), more: new Int32Array(present.place.length + end - first) };
  counts.place.set(present.place);
  counts.place.set(place.subarray(first, end), present.place.length);
  counts.more.set(present.more);
  counts.more.set(more.subarray(first, end), present.place.length);
  const starts = new Int32Array(to - from + 2);
  for (let at = 1, next = first; at < starts.length; at += 1) {
    // The first day holds everybody who stood there on it; the changes of each day after it follow.
    next = indexIn(day, from + at, next);
    starts[at] = present.place.length + next - first;
  }
  return { places, days: to - from + 1, starts, ...counts };
}

/** How many people were there on some day of a period, each counted once, where they first stood: by place. */
export function peopleOfPeriod(stays: Stays, from: number, to: number): Int32Array {
  const { day, place, more, former } = stays.moves;
  const people = peopleBefore(stays, from + 1);
  for (let i = indexIn(day, from + 1, 0), end = indexIn(day, to + 1, 0); i < end; i += 1) {
    // Whoever had been there on a day of the period is counted.
    if (more[i] === 1 && (former[i] as number) < from) people[place[i] as number] = (people[place[i] as number] as number) + 1;
  }
  return people;
}

/** How many people stood at each place on the evening before a day. */
function peopleBefore({ places, moves: { day, place, more }, before }: Stays, first: number): Int32Array {
  const start = Math.floor(first / keptEvery) * keptEvery;
  const walk = (people: Int32Array, from: number, to: number): Int32Array => {
    for (let i = from; i < to; i += 1) people[place[i] as number] = (people[place[i] as number] as number) + (more[i] as number);
    return people;
  };
  const at = indexIn(day, start, 0);
  const known = before.get(start) ?? walk(new Int32Array(places.length), 0, at);
  if (before.size < mostKept) before.set(start, known);
  return walk(known.slice(), at, indexIn(day, first, at));
}

/** A stretch of days, cut before each of the given days. */
function parted(start: number, end: number, cuts: readonly number[]): [number, number][] {
  const starts = [start, ...new Set(cuts.filter((cut) => cut > start && cut <= end))].sort((one, other) => one - other);
  return starts.map((first, i) => [first, (starts[i + 1] ?? end + 1) - 1]);
}
