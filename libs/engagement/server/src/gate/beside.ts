import type { BlocksInput } from './blocks-of-days.ts';
import { groupTreeOf } from './group-tree.ts';
import { addChanges, byDay, changesOn, type Place, presentAt } from './headcounts.ts';
import { Parting } from './parting.ts';

/** What may be told of all departments together, beside blocks. */
export interface Beside {
  /** Of the members of one group, such as the executives. */
  readonly members: boolean;
  /** Of the people of each bracket of seniority, of whom there are enough. */
  readonly seniorities: boolean;
}

/**
 * Whether figures about people who are no blocks may be told beside figures about blocks: those of one group, and those of each bracket of seniority, of the whole
 * company. Whatever is added to them and subtracted gives each person of a day a number: one of their block, plus one if they are a member, plus one of their
 * bracket. The number of a block takes away at most one kind of its people, all who have the same; so what is left is of at least as many people as are, summed
 * over blocks, not of the largest kind. These must be nobody or at least the minimum, on each day, parted as finely as that day alone would be.
 *
 * With members alone the kinds are members and others, and with brackets alone some brackets and the others, whichever these are: numbers that differ more make
 * more kinds. With both, a member of one bracket may have the same number as another person of another bracket; but among members, and among others, the
 * brackets still differ. So it is enough that those not of the larger part of brackets are at least the minimum, summed over blocks, members and others apart.
 * Where each block has members alone or none, these tell nothing that blocks do not.
 *
 * It holds for one such group of a company, and for one trait besides: others could be compared with these. A day lets the same be told whatever the period: what two
 * periods tell of the day they share must be safe together.
 */
export function* besideByDay({ headcounts, tree, formerTrees = [], minGroup }: BlocksInput, isMember: (place: Place) => boolean): Generator<Beside> {
  const { places } = headcounts;
  const counts = byDay(headcounts);
  const held = [...formerTrees, { tree, until: headcounts.days }].map(({ until, ...former }) => ({ until, groups: groupTreeOf(places, former.tree) }));
  const kinds = new Kinds(places, isMember, minGroup);
  const people = new Int32Array(places.length);
  let before: Beside | undefined;
  for (let day = 0; day < counts.days; day += 1) {
    const changes = changesOn(counts, day);
    if (!before || changes.place.length > 0 || formerTrees.some(({ until }) => until === day)) {
      const { groups } = held.find(({ until }) => day < until) as (typeof held)[number];
      addChanges(people, changes);
      const parting = new Parting(groups, minGroup);
      parting.addDay(0, presentAt(people));
      before = parting.companyWasFew ? nothing : kinds.on(people, (place) => parting.blocks.of(groups.leafOf[place] as number));
    }
    yield before;
  }
}

const nothing: Beside = { members: false, seniorities: false };

/** What may be told of a period is what all its days let be told. */
export const tellsBeside = (days: readonly Beside[]): Beside => ({ members: days.every(({ members }) => members), seniorities: days.every(({ seniorities }) => seniorities) });

/** People by kind: members or others, of a bracket of seniority. */
class Kinds {
  private readonly brackets: readonly (string | null)[];
  /** By place: twice its bracket, and 1 more for members. */
  private readonly kindOf: Int32Array;
  /** Some brackets as bits, and with them all others: each way of parting them in two, once. */
  private readonly partings: readonly number[];

  constructor(
    places: readonly Place[],
    isMember: (place: Place) => boolean,
    private readonly minGroup: number,
  ) {
    this.brackets = [...new Set(places.map(({ seniority }) => seniority))];
    this.kindOf = Int32Array.from(places, (place) => 2 * this.brackets.indexOf(place.seniority) + Number(isMember(place)));
    this.partings = Array.from({ length: 2 ** (this.brackets.length - 1) - 1 }, (_, i) => i + 1);
  }

  on(people: Int32Array, blockOf: (place: number) => number): Beside {
    const [blocks, all] = this.counted(people, blockOf);
    let [fewer, seniorities, senioritiesWithin] = [0, this.partings.length > 0, true];
    for (const block of blocks) fewer += Math.min(...sides(block, isOfMembers));
    for (const some of this.partings) {
      const isOfSome = (kind: number): boolean => ((some >> (kind >> 1)) & 1) === 1;
      const parts = sides(all, isOfSome);
      // Where nobody is of some brackets, these tell nothing.
      if (Math.min(...parts) === 0) continue;
      let [fewerOfSome, fewerWithin] = [0, 0];
      for (const block of blocks) {
        fewerOfSome += Math.min(...sides(block, isOfSome));
        for (const members of [0, 1]) fewerWithin += Math.min(...sides(block, isOfSome, members));
      }
      if ([fewerOfSome, ...parts].some((number) => this.areFew(number))) seniorities = false;
      if (fewerWithin < this.minGroup) senioritiesWithin = false;
    }
    const members = ![fewer, ...sides(all, isOfMembers)].some((number) => this.areFew(number));
    return { members, seniorities: seniorities && (!members || fewer === 0 || senioritiesWithin) };
  }

  /** How many people of each kind are in each block, and in all. */
  private counted(people: Int32Array, blockOf: (place: number) => number): [Int32Array[], Int32Array] {
    const kinds = 2 * this.brackets.length;
    const blocks = new Map<number, Int32Array>();
    const all = new Int32Array(kinds);
    for (let place = 0; place < people.length; place += 1) {
      const number = people[place] as number;
      if (number === 0) continue;
      const [at, kind] = [blockOf(place), this.kindOf[place] as number];
      const block = blocks.get(at) ?? new Int32Array(kinds);
      block[kind] = (block[kind] as number) + number;
      all[kind] = (all[kind] as number) + number;
      blocks.set(at, block);
    }
    return [[...blocks.values()], all];
  }

  private areFew(number: number): boolean {
    return number > 0 && number < this.minGroup;
  }
}

const isOfMembers = (kind: number): boolean => kind % 2 === 1;

/** How many people are of some kinds, and how many of the others; of members (1) or others (0) alone if said. */
function sides(people: Int32Array, isOfSome: (kind: number) => boolean, members?: number): [number, number] {
  let [some, others] = [0, 0];
  for (let kind = members ?? 0; kind < people.length; kind += members === undefined ? 1 : 2) {
    if (isOfSome(kind)) some += people[kind] as number;
    else others += people[kind] as number;
  }
  return [some, others];
}
