import { type Place } from './headcounts.ts';

/** Which department a department is part of. It may name departments without people, and, by mistake, go round in circles. */
export interface DepartmentTree {
  parentOf(department: string): string | null;
}

/** The tree that held until a day of a period, counted from its first day, that day not included. */
export interface FormerTree {
  readonly tree: DepartmentTree;
  readonly until: number;
}

/** The departments of these places and all above them, each with the one above. Departments that are above themselves stand directly below the company. */
export function parentsOf(places: readonly Place[], tree: DepartmentTree): Map<string, string | null> {
  const parents = new Map<string, string | null>();
  for (const { department } of places) {
    for (let name = department; name !== null && !parents.has(name); name = parents.get(name) ?? null) parents.set(name, tree.parentOf(name));
  }
  for (const name of circular(parents)) parents.set(name, null);
  return parents;
}

function circular(parents: ReadonlyMap<string, string | null>): string[] {
  const found: string[] = [];
  const seenFrom = new Map<string, string>();
  for (const start of parents.keys()) {
    let name: string | null = start;
    while (name !== null && !seenFrom.has(name)) {
      seenFrom.set(name, start);
      name = parents.get(name) ?? null;
    }
    // Met again on the same way up: it is on a circle, and so are all until it comes back.
    if (name === null || seenFrom.get(name) !== start) continue;
    const first = name;
    do {
      found.push(name);
      name = parents.get(name) ?? first;
    } while (name !== first);
  }
  return found;
}
