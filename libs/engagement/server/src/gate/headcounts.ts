/** Where people stand in the company: all who share the four. `null`: the directory does not say. */
export interface Place {
  readonly department: string | null;
  readonly location: string | null;
  readonly level: string | null;
  readonly seniority: string | null;
}

/** From this day on (0: the first of the period) so many eligible people stood there. */
export type Step = readonly [day: number, people: number];

/** How many eligible people stood at each place on each day of a period, place by place. */
export interface Headcounts {
  /** Those without steps had nobody. */
  readonly places: readonly Place[];
  readonly days: number;
  /** For each place its changes, by day; before the first of them nobody is there. */
  readonly steps: readonly (readonly Step[])[];
}

/** So many more or fewer people at places: columns of the same length. */
export interface Changes {
  readonly place: Int32Array;
  readonly more: Int32Array;
}

/** The same day by day: what changed on each, from nobody on the first. In columns, since a year of a large company is tens of thousands of changes. */
export interface HeadcountsByDay extends Changes {
  readonly places: readonly Place[];
  readonly days: number;
  /** Where the changes of each day begin; those of the next begin where they end. */
  readonly starts: Int32Array;
}

/** Refuses counts that make no sense: a gate that computed with them might open. */
export function byDay(headcounts: Headcounts | HeadcountsByDay): HeadcountsByDay {
  return 'steps' in headcounts ? stepsByDay(headcounts) : headcounts;
}

function stepsByDay({ places, days, steps }: Headcounts): HeadcountsByDay {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`A period of ${days} days`);
  if (steps.length !== places.length) throw new RangeError(`Headcounts of ${steps.length} places for ${places.length} places`);
  const changes: { day: number; place: number; more: number }[] = [];
  steps.forEach((ofPlace, place) => {
    let before = 0;
    let lastDay = -1;
    for (const [day, people] of ofPlace) {
      if (!Number.isInteger(day) || day <= lastDay || day >= days) throw new RangeError(`A headcount of day ${day} after day ${lastDay}, of ${days} days`);
      if (!Number.isInteger(people) || people < 0) throw new RangeError(`A headcount of ${people}`);
      if (people !== before) changes.push({ day, place, more: people - before });
      before = people;
      lastDay = day;
    }
  });
  changes.sort((one, other) => one.day - other.day);
  const starts = Int32Array.from({ length: days + 1 }, (_, day) => changes.findIndex((change) => change.day >= day)).map((start) => (start < 0 ? changes.length : start));
  return { places, days, starts, place: Int32Array.from(changes, ({ place }) => place), more: Int32Array.from(changes, ({ more }) => more) };
}

/** What changed on a day, counted from the first of the period. */
export const changesOn = ({ starts, place, more }: HeadcountsByDay, day: number): Changes => ({ place: place.subarray(starts[day], starts[day + 1]), more: more.subarray(starts[day], starts[day + 1]) });

/** Everybody, as a change from nobody. */
export function presentAt(people: Int32Array): Changes {
  const place = new Int32Array(people.length);
  let places = 0;
  for (let at = 0; at < people.length; at += 1) if (people[at]) place[places++] = at;
  const present = place.subarray(0, places);
  return { place: present, more: present.map((at) => people[at] as number) };
}

/** Adds what changed. Fails where fewer than nobody would be left: a gate that computed with that might open. */
export function addChanges(people: Int32Array, { place, more }: Changes): void {
  for (let i = 0; i < place.length; i += 1) {
    const at = place[i] as number;
    const number = (people[at] as number) + (more[i] as number);
    if (!(number >= 0)) throw new RangeError(`A headcount of ${number} at place ${at}`);
    people[at] = number;
  }
}

/** Where people stood in a period. */
export interface Presence {
  /** 1 for each place where somebody stood on some day. */
  readonly stood: Uint8Array;
  /** How many stood at each place when the period ended. */
  readonly atTheEnd: Int32Array;
}

export function presenceOf(headcounts: Headcounts | HeadcountsByDay): Presence {
  const counts = byDay(headcounts);
  const presence = { stood: new Uint8Array(counts.places.length), atTheEnd: new Int32Array(counts.places.length) };
  for (let day = 0; day < counts.days; day += 1) {
    const changes = changesOn(counts, day);
    addChanges(presence.atTheEnd, changes);
    for (const place of changes.place) if (presence.atTheEnd[place]) presence.stood[place] = 1;
  }
  return presence;
}

/** The departments of places by their names, and which is that of each place; -1: none. */
export interface DepartmentsOfPlaces {
  readonly names: readonly string[];
  readonly of: Int32Array;
}

const departments = new WeakMap<readonly Place[], DepartmentsOfPlaces>();

/** Kept as long as the places are: those of a company are the same for all periods. */
export function departmentsOf(places: readonly Place[]): DepartmentsOfPlaces {
  const known = departments.get(places);
  if (known) return known;
  const numbers = new Map<string, number>();
  const of = new Int32Array(places.length).fill(-1);
  for (const [place, { department }] of places.entries()) {
    if (department === null) continue;
    const number = numbers.get(department) ?? numbers.size;
    numbers.set(department, number);
    of[place] = number;
  }
  const found = { names: [...numbers.keys()], of };
  departments.set(places, found);
  return found;
}
