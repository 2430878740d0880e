/** Where people stand in the company: all who share the four. `null`: the directory does not say. */
export interface Place {
  readonly department: string | null;
  readonly location: string | null;
  readonly level: string | null;
  readonly seniority: string | null;
}

/** From this day on (0: the first of the period) so many eligible people stood there. */
export type Step = readonly [day: number, people: number];

/** How many eligible people stood at each place on each day of a period. */
export interface Headcounts {
  /** Those without steps had nobody. */
  readonly places: readonly Place[];
  readonly days: number;
  /** For each place its changes, by day; before the first of them nobody is there. */
  readonly steps: readonly (readonly Step[])[];
}

/** What changed on one day: so many more or fewer people at a place. */
export interface Change {
  readonly place: number;
  readonly more: number;
}

/** The changes of each day. Refuses counts that make no sense: a gate that computed with them might open. */
export function changesByDay({ places, days, steps }: Headcounts): Change[][] {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`A period of ${days} days`);
  if (steps.length !== places.length) throw new RangeError(`Headcounts of ${steps.length} places for ${places.length} places`);
  const changes: Change[][] = Array.from({ length: days }, () => []);
  steps.forEach((ofPlace, place) => {
    let before = 0;
    let lastDay = -1;
    for (const [day, people] of ofPlace) {
      if (!Number.isInteger(day) || day <= lastDay || day >= days) throw new RangeError(`A headcount of day ${day} after day ${lastDay}, of ${days} days`);
      if (!Number.isInteger(people) || people < 0) throw new RangeError(`A headcount of ${people}`);
      if (people !== before) changes[day]?.push({ place, more: people - before });
      before = people;
      lastDay = day;
    }
  });
  return changes;
}

/** 1 for each place where somebody stood on some day. */
export function stoodAt({ steps }: Headcounts): Uint8Array {
  const stood = new Uint8Array(steps.length);
  for (let place = 0; place < steps.length; place += 1) stood[place] = Number(steps[place]?.some(([, people]) => people > 0));
  return stood;
}

/** How many stood at each place when the period ended. */
export const peopleAtTheEnd = ({ steps }: Headcounts): number[] => steps.map((ofPlace) => ofPlace.at(-1)?.[1] ?? 0);

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
