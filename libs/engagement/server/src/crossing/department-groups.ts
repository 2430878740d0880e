import type { DepartmentTree } from '../gate/department-tree.ts';
import type { Publication } from '../gate/publication.ts';

/** Departments told apart from each other. */
export interface DepartmentGroups {
  names: string[];
  /** By the place of the publication: which of the names; −1: none. */
  groupOf: Int32Array;
}

/**
 * At most so many departments, as deep down as that allows; whoever is in none of them is left to the others. A department stands for those of it who are
 * in none of its own.
 */
export function departmentGroups(publication: Publication, tree: DepartmentTree, most: number): DepartmentGroups {
  const told = publication.departments.flatMap((name) => {
    const selection = publication.select({ department: name });
    return 'refused' in selection ? [] : [{ name, depth: depthOf(name, tree), ...selection }];
  });
  const depths = [...new Set(told.map(({ depth }) => depth))].sort((one, other) => one - other);
  const deepest = depths.findLast((depth) => told.filter((department) => department.depth <= depth).length <= most) ?? depths[0] ?? 0;
  const chosen = told.filter(({ depth }) => depth <= deepest).sort((one, other) => other.people - one.people || (one.name < other.name ? -1 : 1)).slice(0, most);
  const groupOf = new Int32Array(chosen[0]?.places.length ?? 0).fill(-1);
  // From the top down, so that each place is left to the lowest that holds it.
  for (const [i, { places }] of [...chosen.entries()].sort(([, one], [, other]) => one.depth - other.depth)) {
    places.forEach((isIn, place) => (groupOf[place] = isIn === 1 ? i : (groupOf[place] as number)));
  }
  return { names: chosen.map(({ name }) => name), groupOf };
}

function depthOf(department: string, tree: DepartmentTree): number {
  const passed = new Set<string>();
  for (let above = tree.parentOf(department); above !== null && !passed.has(above); above = tree.parentOf(above)) passed.add(above);
  return passed.size;
}
