import { type DepartmentTree, parentsOf } from './department-tree.ts';
import { type Place } from './headcounts.ts';

/** `direct`: the direct members of a department; of the company: people without a department. `trait`: those of them who share a location, a level, a seniority. */
type GroupKind = 'company' | 'department' | 'direct' | 'trait';

/**
 * People who are parted further: the company into departments, a department into its direct members and its sub-departments, direct members by location,
 * then level, then seniority. Groups that are not parted further are *leaves*: those who share all four. Leaves are numbered so that those of any group follow each other.
 */
export class Group {
  /** In an order that depends on names only: the direct members first, then by name, and what the directory does not say before all names. */
  readonly children: Group[] = [];
  firstLeaf = 0;
  /** The first leaf that is of the group no more. */
  endLeaf = 0;

  /** Of the day that is being looked at, as are those below. */
  people = 0;
  changedOn = -1;
  /** A leaf of the pool of its small parts; null: it has none. */
  pool: number | null = null;
  /** Direct members who were too few and are pooled further up. */
  floating: readonly Group[] = [];

  constructor(
    readonly parent: Group | null,
    readonly kind: GroupKind,
  ) {}

  get isLeaf(): boolean {
    return this.kind === 'trait' && this.children.length === 0;
  }
}

/** The whole company as a tree of groups. */
export interface GroupTree {
  company: Group;
  /** In the order of their names. */
  departments: ReadonlyMap<string, Group>;
  leaves: Group[];
  /** The leaf of each place. */
  leafOf: Int32Array;
}

export function groupTree(places: readonly Place[], tree: DepartmentTree): GroupTree {
  const company = new Group(null, 'company');
  const departments = departmentGroups(company, parentsOf(places, tree));
  const leafGroups = Array.from(places, () => company);
  let [department, direct, location, level, leaf] = [company, company, company, company, company];
  let before: Place | undefined;
  // In the fixed order, places that share a group follow each other: a group begins where a place differs from the one before.
  for (const { index, place } of inFixedOrder(places)) {
    let differs = before === undefined || place.department !== before.department;
    if (differs) department = place.department === null ? company : (departments.get(place.department) ?? company);
    if (differs) direct = childOf(department, 'direct');
    if ((differs ||= place.location !== before?.location)) location = childOf(direct, 'trait');
    if ((differs ||= place.level !== before?.level)) level = childOf(location, 'trait');
    if ((differs ||= place.seniority !== before?.seniority)) leaf = childOf(level, 'trait');
    leafGroups[index] = leaf;
    before = place;
  }
  for (const group of departments.values()) group.parent?.children.push(group);
  const leaves: Group[] = [];
  numberLeaves(company, leaves);
  return { company, departments, leaves, leafOf: Int32Array.from(leafGroups, ({ firstLeaf }) => firstLeaf) };
}

function childOf(parent: Group, kind: GroupKind): Group {
  const group = new Group(parent, kind);
  parent.children.push(group);
  return group;
}

/** The departments, which do not know of each other as children yet: their direct members come first. */
function departmentGroups(company: Group, parents: ReadonlyMap<string, string | null>): Map<string, Group> {
  const groups = new Map<string, Group>();
  const named = (name: string): Group => {
    const parent = parents.get(name) ?? null;
    const group = groups.get(name) ?? new Group(parent === null ? company : named(parent), 'department');
    groups.set(name, group);
    return group;
  };
  return new Map([...parents.keys()].sort().map((name) => [name, named(name)]));
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

function numberLeaves(group: Group, leaves: Group[]): void {
  group.firstLeaf = leaves.length;
  if (group.isLeaf) leaves.push(group);
  for (const child of group.children) numberLeaves(child, leaves);
  group.endLeaf = leaves.length;
}
