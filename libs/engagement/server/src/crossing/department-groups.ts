import type { DepartmentTree } from '../gate/department-tree.ts';
import { type Headcounts, peopleAtTheEnd } from '../gate/headcounts.ts';
import type { Publication } from '../gate/publication.ts';

/** Departments told apart from each other. */
export interface DepartmentGroups {
  names: string[];
  /** By the place of the publication: which of the names; −1: none. */
  groupOf: Int32Array;
}

/**
 * At most so many of the departments that may be told of, as deep down as that allows; whoever is in none of them is left to the others. A department
 * stands for those of it who are in none of its own.
 */
export function departmentGroups(publication: Publication, departments: readonly string[], headcounts: Headcounts, tree: DepartmentTree, most: number): DepartmentGroups {
  const told = departments.map((name) => ({ name, depth: depthOf(name, tree) }));
  const depths = [...new Set(told.map(({ depth }) => depth))].sort((one, other) => one - other);
  const deepest = depths.findLast((depth) => told.filter((department) => department.depth <= depth).length <= most) ?? depths[0] ?? 0;
  const sizes = sizesOf(headcounts);
  const chosen = told
    .filter(({ depth }) => depth <= deepest)
    .sort((one, other) => (sizes.get(other.name) ?? 0) - (sizes.get(one.name) ?? 0) || (one.name < other.name ? -1 : 1))
    .slice(0, most);
  const groupOf = new Int32Array(headcounts.places.length).fill(-1);
  // From the top down, so that each place is left to the lowest that holds it.
  for (const [group, { name }] of [...chosen.entries()].sort(([, one], [, other]) => one.depth - other.depth)) {
    const selection = publication.select({ department: name });
    if (!('refused' in selection)) selection.places.forEach((isIn, place) => isIn === 1 && (groupOf[place] = group));
  }
  return { names: chosen.map(({ name }) => name), groupOf };
}

/** How many people are directly in each department. */
function sizesOf(headcounts: Headcounts): Map<string, number> {
  const sizes = new Map<string, number>();
  const people = peopleAtTheEnd(headcounts);
  for (const [place, { department }] of headcounts.places.entries()) if (department !== null) sizes.set(department, (sizes.get(department) ?? 0) + (people[place] as number));
  return sizes;
}

function depthOf(department: string, tree: DepartmentTree): number {
  const passed = new Set<string>();
  for (let above = tree.parentOf(department); above !== null && !passed.has(above); above = tree.parentOf(above)) passed.add(above);
  return passed.size;
}
