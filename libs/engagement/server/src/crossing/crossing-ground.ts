import type { DepartmentTree } from '../gate/department-tree.ts';
import type { Place } from '../gate/headcounts.ts';
import type { Publication } from '../gate/publication.ts';
import type { NumberedPlace } from '../standing/places.ts';
import { type Crossing, countTies, crossingOf, crossingWithin, leftOut, type TieCounts, type TiesOfDay } from './crossing.ts';
import { departmentsOfPeriod } from './departments-of-period.ts';

/** How many ties go from each department to each. */
export interface CrossingMatrix {
  departments: string[];
  /** By the department that gives, then by the one that receives. */
  ties: number[][];
}

/** Some departments of the company and how many people they have. */
export interface Part {
  people: number;
  /** Of those asked for, how many may not be told of. */
  leftOut: number;
  departments: ReadonlySet<string>;
}

/** The ties of a period, and what of them may be told: of the company everything together, of departments what happened between those that may be told of. */
export class CrossingGround {
  private readonly sizes: ReadonlyMap<string, number>;
  private readonly told: string[];
  private readonly minGroup: number;
  private readonly tree: DepartmentTree;
  /** Departments where somebody was on some day; null: none, for some. */
  readonly stoodIn: ReadonlySet<string | null>;

  constructor({ publication, headcounts, tree, minGroup }: { publication: Publication; headcounts: { readonly places: readonly Place[] }; tree: DepartmentTree; minGroup: number }) {
    const { sizes, told, haveOthers } = departmentsOfPeriod(publication, headcounts);
    this.sizes = sizes;
    this.told = [...told].sort();
    this.minGroup = minGroup;
    this.tree = tree;
    this.stoodIn = new Set([...sizes.keys(), ...(haveOthers ? [null] : [])]);
  }

  /** Departments that may be asked for, with those below them: enough of their people are in departments that may be told of. */
  get departments(): string[] {
    const people = new Map<string, number>();
    for (const name of this.told) for (const above of [name, ...this.above(name)]) people.set(above, (people.get(above) ?? 0) + (this.sizes.get(name) ?? 0));
    return [...people].flatMap(([name, count]) => (count >= this.minGroup ? name : [])).sort();
  }

  /** Counts the ties of a period that begins on day `from`, between all departments: once for all that is told of them. Those to where nobody was in the period do not count: all but them can be added up from departments, and they would be of the one person who had been there. */
  count(days: readonly TiesOfDay[], from: number, places: readonly NumberedPlace[]): TieCounts {
    const numbers = new Map([...this.sizes.keys()].map((name, i) => [name, i]));
    const departmentOf = new Int32Array(places.reduce((greatest, { id }) => Math.max(greatest, id), 0) + 1).fill(-1);
    for (const { id, department } of places) {
      if (!this.stoodIn.has(department)) departmentOf[id] = leftOut;
      else if (department !== null) departmentOf[id] = numbers.get(department) ?? -1;
    }
    return countTies(days, from, departmentOf, numbers.size);
  }

  company(counts: TieCounts): Crossing {
    return crossingOf(counts, [...this.sizes.values()]);
  }

  /** Of a department and those below it, those that may be told of; null: they have too few people. */
  part(asked: string): Part | null {
    const isAsked = (name: string): boolean => name === asked || this.above(name).has(asked);
    const peopleOf = (names: Iterable<string>): number => [...names].filter(isAsked).reduce((so, name) => so + (this.sizes.get(name) ?? 0), 0);
    const people = peopleOf(this.told);
    if (people < this.minGroup) return null;
    return { people, leftOut: peopleOf(this.sizes.keys()) - people, departments: new Set(this.told.filter(isAsked)) };
  }

  /** Of the departments of a part. */
  department(counts: TieCounts, { departments }: Pick<Part, 'departments'>): Crossing {
    return crossingWithin(this.betweenThose(counts, this.told), this.told.map((name) => this.sizes.get(name) ?? 0), this.told.map((name) => departments.has(name)));
  }

  /** Between the largest of the departments that may be told of, at most so many. */
  matrix(counts: TieCounts, most: number): CrossingMatrix {
    const names = this.largest(most);
    const { between } = this.betweenThose(counts, names);
    return { departments: names, ties: names.map((_, giver) => [...between.subarray(giver * names.length, (giver + 1) * names.length)]) };
  }

  /** The largest of the departments that may be told of, each without those below it, by how many people they have. */
  largest(most: number): string[] {
    return this.told.toSorted((one, other) => (this.sizes.get(other) ?? 0) - (this.sizes.get(one) ?? 0)).slice(0, most);
  }

  private above(department: string): Set<string> {
    const found = new Set<string>();
    for (let above = this.tree.parentOf(department); above !== null && above !== department && !found.has(above); above = this.tree.parentOf(above)) found.add(above);
    return found;
  }

  private betweenThose({ between, departments }: TieCounts, names: readonly string[]): Pick<TieCounts, 'between' | 'departments'> {
    const numbers = new Map([...this.sizes.keys()].map((name, i) => [name, i]));
    const those = names.map((name) => numbers.get(name) as number);
    const found = new Int32Array(those.length ** 2);
    those.forEach((out, giver) => those.forEach((into, receiver) => (found[giver * those.length + receiver] = between[out * departments + into] as number)));
    return { between: found, departments: those.length };
  }
}
