import { type BlocksInput, presentAt } from './blocks-of-days.ts';
import type { DepartmentTree } from './department-tree.ts';
import { groupTreeOf } from './group-tree.ts';
import { changesByDay, type Place } from './headcounts.ts';
import { Parting } from './parting.ts';

/** What was found of single days: by the tree of departments that held, then by the day, counted from 1970. Of the same company and the same group it is the same in each period. */
export type JudgedDays = WeakMap<DepartmentTree, Map<number, boolean>>;

/**
 * Whether figures about a group that is not made of blocks, such as the executives of all departments, may be told beside figures about blocks. Whatever is added
 * to them and subtracted, somebody who knows them learns of the members of some blocks, and of the others of the rest: in each block of at least as many people as
 * are fewer there, members or others. So on each day, parted as finely as that day alone would be, these must be nobody or at least the minimum; and so must be the members, and the others.
 * It holds for one such group of a company: two could be compared with each other. `first`: the first day of the headcounts.
 */
export function mayTellBeside({ headcounts, tree, formerTrees = [], minGroup }: BlocksInput, isMember: (place: Place) => boolean, { judged = new WeakMap() as JudgedDays, first = 0 } = {}): boolean {
  const { places } = headcounts;
  const held = [...formerTrees, { tree, until: headcounts.days }].map(({ until, ...former }) => ({ until, groups: groupTreeOf(places, former.tree), known: daysOf(judged, former.tree) }));
  const [people, members] = [new Int32Array(places.length), places.map(isMember)];
  const areFew = (number: number): boolean => number > 0 && number < minGroup;
  return changesByDay(headcounts).every((changes, day) => {
    if (changes.length === 0 && !formerTrees.some(({ until }) => until === day)) return true;
    const { groups, known } = held.find(({ until }) => day < until) as (typeof held)[number];
    for (const { place, more } of changes) people[place] = (people[place] as number) + more;
    const found = known.get(first + day);
    if (found !== undefined) return found;
    const parting = new Parting(groups, minGroup);
    parting.addDay(0, presentAt(people));
    const [ofMembers, ofOthers] = [new Int32Array(groups.groupOf.length), new Int32Array(groups.groupOf.length)];
    places.forEach((_, place) => {
      if (!people[place]) return;
      const block = parting.blocks.of(groups.leafOf[place] as number);
      const side = members[place] ? ofMembers : ofOthers;
      side[block] = (side[block] as number) + (people[place] as number);
    });
    const sum = (numbers: Int32Array): number => numbers.reduce((so, number) => so + number, 0);
    const fewerSides = ofMembers.map((number, block) => Math.min(number, ofOthers[block] as number));
    const isTold = !parting.companyWasFew && ![ofMembers, ofOthers, fewerSides].some((numbers) => areFew(sum(numbers)));
    known.set(first + day, isTold);
    return isTold;
  });
}

function daysOf(judged: JudgedDays, tree: DepartmentTree): Map<number, boolean> {
  const days = judged.get(tree) ?? new Map<number, boolean>();
  judged.set(tree, days);
  return days;
}
