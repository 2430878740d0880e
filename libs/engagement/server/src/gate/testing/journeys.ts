import { type DepartmentTree } from '../department-tree.ts';
import { type Headcounts, type Place, type Step } from '../headcounts.ts';

/** Where one person stands on each day; null: not in the company. */
export type Journey = readonly (Place | null)[];

/** The first and the last day of a period. */
export interface Period {
  from: number;
  to: number;
}

export const nameOf = ({ department, location, level, seniority }: Place): string => JSON.stringify([department, location, level, seniority]);

export const treeOf = (parents: Readonly<Record<string, string | null>>): DepartmentTree => ({ parentOf: (department) => parents[department] ?? null });

/** What the gate is given of these people. */
export function headcountsOf(journeys: readonly Journey[], { from, to }: Period): Headcounts {
  const days = to - from + 1;
  const counts = new Map<string, { place: Place; people: number[] }>();
  for (const journey of journeys) {
    journey.slice(from, to + 1).forEach((place, day) => {
      if (!place) return;
      const count = counts.get(nameOf(place)) ?? { place, people: Array.from({ length: days }, () => 0) };
      count.people[day] = (count.people[day] ?? 0) + 1;
      counts.set(nameOf(place), count);
    });
  }
  const all = [...counts.values()];
  return { days, places: all.map(({ place }) => place), steps: all.map(({ people }) => stepsOf(people)) };
}

const stepsOf = (people: readonly number[]): Step[] => people.map((count, day): Step => [day, count]).filter(([day, count]) => count !== (people[day - 1] ?? 0));

/** All periods of so many days. */
export const periodsOf = (days: number): Period[] => Array.from({ length: days }, (_, from) => Array.from({ length: days - from }, (_none, more) => ({ from, to: from + more }))).flat();
