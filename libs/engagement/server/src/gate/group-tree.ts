import { type DepartmentTree, parentsOf } from './department-tree.ts';
import { type Place } from './headcounts.ts';

/** `direct`: the direct members of a department; of the company: people without a department. `trait`: those of them who share a location, a level, a seniority. */
type GroupKind = 'company' | 'department' | 'direct' | 'trait';

/** A group while the tree grows. */
class Seedling {
  /** In an order that depends on names only: the direct members first, then by name, and what the directory does not say before all names. */
  readonly children: Seedling[] = [];
  group = 0;
  firstChild = 0;
  firstLeaf = 0;
  endLeaf = 0;

  constructor(
    readonly parent: Seedling | null,
    readonly kind: GroupKind,
  ) {}
}

/**
 * Groups are people who are parted further: the company into departments, a department into its direct members and its sub-departments, direct members by
 * location, then level, then seniority. Those that are not parted further are *leaves*: people who share all four.
 *
 * Groups are numbers, and children of one group follow each other: as objects they took over half as much time again, for a year of 100,000 people.
 * Leaves are numbered on their own, so that those of any group follow each other.
 */
export class GroupTree {
  static readonly company = 0;
  readonly size: number;
  /** -1 for the company. */
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  /** The first group that is not a child any more. */
  readonly endChild: Int32Array;
  readonly firstLeaf: Int32Array;
  readonly endLeaf: Int32Array;
  readonly kinds: readonly GroupKind[];
  /** In the order of their names. */
  readonly departments: ReadonlyMap<string, number>;
  /** The group of each leaf, and the leaf of each place. */
  readonly groupOf: Int32Array;
  readonly leafOf: Int32Array;

  constructor(places: readonly Place[], tree: DepartmentTree) {
    const company = new Seedling(null, 'company');
    const departments = departmentsBelow(company, parentsOf(places, tree));
    const leafOfPlace = growLeaves(places, company, departments);
    for (const department of departments.values()) department.parent?.children.push(department);
    const leaves: Seedling[] = [];
    numberLeaves(company, leaves);
    const all = [company];
    const column = (): Int32Array => new Int32Array(all.length);
    for (const seedling of all) {
      seedling.firstChild = all.length;
      for (const child of seedling.children) child.group = all.push(child) - 1;
    }
    [this.parent, this.firstChild, this.endChild, this.firstLeaf, this.endLeaf] = [column(), column(), column(), column(), column()];
    // Filled in a loop: Int32Array.from with a function goes through an iterator, which took most of the time.
    all.forEach((seedling, group) => {
      this.parent[group] = seedling.parent?.group ?? -1;
      this.firstChild[group] = seedling.firstChild;
      this.endChild[group] = seedling.firstChild + seedling.children.length;
      this.firstLeaf[group] = seedling.firstLeaf;
      this.endLeaf[group] = seedling.endLeaf;
    });
    this.size = all.length;
    this.kinds = all.map(({ kind }) => kind);
    this.departments = new Map([...departments].map(([name, { group }]) => [name, group]));
    this.groupOf = new Int32Array(leaves.map(({ group }) => group));
    this.leafOf = new Int32Array(leafOfPlace.map(({ firstLeaf }) => firstLeaf));
  }
}

const grown = new WeakMap<readonly Place[], WeakMap<DepartmentTree, GroupTree>>();

/** Kept as long as the places and the tree are: those of a company are the same for all periods. */
export function groupTreeOf(places: readonly Place[], tree: DepartmentTree): GroupTree {
  const byTree = grown.get(places) ?? new WeakMap<DepartmentTree, GroupTree>();
  const groups = byTree.get(tree) ?? new GroupTree(places, tree);
  byTree.set(tree, groups);
  grown.set(places, byTree);
  return groups;
}

/** They are not children of each other yet: direct members come first. */
function departmentsBelow(company: Seedling, parents: ReadonlyMap<string, string | null>): Map<string, Seedling> {
  const departments = new Map<string, Seedling>();
  const named = (name: string): Seedling => {
    const parent = parents.get(name) ?? null;
    const department = departments.get(name) ?? new Seedling(parent === null ? company : named(parent), 'department');
    departments.set(name, department);
    return department;
  };
  return new Map([...parents.keys()].sort().map((name) => [name, named(name)]));
}

/** In the fixed order, places that share a group follow each other: a group begins where a place differs from the one before. */
function growLeaves(places: readonly Place[], company: Seedling, departments: ReadonlyMap<string, Seedling>): Seedling[] {
  const leafOfPlace = places.map(() => company);
  let [department, direct, location, level, leaf] = [company, company, company, company, company];
  let before: Place | undefined;
  for (const { index, place } of inFixedOrder(places)) {
    let differs = before === undefined || place.department !== before.department;
    if (differs) department = place.department === null ? company : (departments.get(place.department) ?? company);
    if (differs) direct = childOf(department, 'direct');
    if ((differs ||= place.location !== before?.location)) location = childOf(direct, 'trait');
    if ((differs ||= place.level !== before?.level)) level = childOf(location, 'trait');
    if ((differs ||= place.seniority !== before?.seniority)) leaf = childOf(level, 'trait');
    leafOfPlace[index] = leaf;
    before = place;
  }
  return leafOfPlace;
}

function childOf(parent: Seedling, kind: GroupKind): Seedling {
  const child = new Seedling(parent, kind);
  parent.children.push(child);
  return child;
}

/** By code unit: the order of some language would differ between machines. */
function inFixedOrder(places: readonly Place[]): { index: number; place: Place }[] {
  const [departments, locations, levels, seniorities] = [ranksOf(places, 'department'), ranksOf(places, 'location'), ranksOf(places, 'level'), ranksOf(places, 'seniority')];
  const ranked = places.map((place, index) => ({
    index,
    place,
    department: departments.get(place.department) ?? 0,
    location: locations.get(place.location) ?? 0,
    level: levels.get(place.level) ?? 0,
    seniority: seniorities.get(place.seniority) ?? 0,
  }));
  return ranked.sort((first, second) => first.department - second.department || first.location - second.location || first.level - second.level || first.seniority - second.seniority);
}

function ranksOf(places: readonly Place[], key: keyof Place): Map<string | null, number> {
  const names = new Set(places.map((place) => place[key]));
  names.delete(null);
  return new Map([null, ...[...names].sort()].map((name, rank) => [name, rank]));
}

/** A department where nobody is, nor below it, has no leaf. */
function numberLeaves(seedling: Seedling, leaves: Seedling[]): void {
  seedling.firstLeaf = leaves.length;
  if (seedling.kind === 'trait' && seedling.children.length === 0) leaves.push(seedling);
  for (const child of seedling.children) numberLeaves(child, leaves);
  seedling.endLeaf = leaves.length;
}
