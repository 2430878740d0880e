import { Blocks } from './blocks.ts';
import type { DepartmentTree, FormerTree } from './department-tree.ts';
import { groupTreeOf } from './group-tree.ts';
import { addChanges, byDay, changesOn, type Headcounts, type HeadcountsByDay, presentAt } from './headcounts.ts';
import { Parting } from './parting.ts';

export interface BlocksInput {
  readonly headcounts: Headcounts | HeadcountsByDay;
  /** Of the last day: departments are asked for by it. */
  readonly tree: DepartmentTree;
  /** Those that held before it, the oldest first. */
  readonly formerTrees?: readonly FormerTree[] | undefined;
  readonly minGroup: number;
}

/** Which places are told of together over a period: those that its days put together, each by the tree of its time. */
export interface BlocksOfDays {
  /** Of indexes of places. */
  blocks: Blocks;
  /** On some day the company itself had too few people: nothing may be told. */
  companyWasFew: boolean;
}

export function blocksOfDays({ headcounts, tree, formerTrees = [], minGroup }: BlocksInput): BlocksOfDays {
  const counts = byDay(headcounts);
  const blocks = new Blocks(headcounts.places.length);
  const people = new Int32Array(headcounts.places.length);
  let [companyWasFew, from] = [false, 0];
  for (const { tree: held, until } of [...formerTrees, { tree, until: headcounts.days }]) {
    const groups = groupTreeOf(headcounts.places, held);
    const parting = new Parting(groups, minGroup);
    for (let day = from; day < until; day += 1) {
      const ofDay = changesOn(counts, day);
      addChanges(people, ofDay);
      parting.addDay(day, day === from ? presentAt(people) : ofDay);
    }
    unite(blocks, parting.blocks, groups.leafOf);
    companyWasFew ||= parting.companyWasFew;
    from = until;
  }
  return { blocks, companyWasFew };
}

/** Puts places together whose leaves are. */
function unite(blocks: Blocks, ofLeaves: Blocks, leafOf: Int32Array): void {
  const firstPlaces = new Map<number, number>();
  leafOf.forEach((leaf, place) => {
    const block = ofLeaves.of(leaf);
    const first = firstPlaces.get(block);
    if (first === undefined) firstPlaces.set(block, place);
    else blocks.unite(first, place);
  });
}
