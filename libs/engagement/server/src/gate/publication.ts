import { type BlocksInput, blocksOfDays } from './blocks-of-days.ts';
import { GroupTree, groupTreeOf } from './group-tree.ts';
import { type Place, type Presence, presenceOf } from './headcounts.ts';

/** Whom a figure is asked about. A department stands for its sub-departments too; what is not named does not matter. */
export interface GroupFilter {
  readonly department?: string | undefined;
  readonly location?: string | undefined;
  readonly level?: string | undefined;
  readonly seniority?: string | undefined;
}

/** Whom a figure may be told about. */
export interface Selection {
  /** 1 for each place of the publication whose people count, 0 for the others. */
  readonly places: Uint8Array;
  /** On the last day of the period. */
  readonly people: number;
  /** How many more the filter asks for, on the last day: they share a block with people it does not ask for. */
  readonly leftOut: number;
}

/** `nobody`: the filter asks for nobody; `too-few`: for fewer than the minimum; `would-reveal`: for enough people, but the figure could be compared with others to learn of fewer. */
export interface Refusal {
  readonly refused: 'nobody' | 'too-few' | 'would-reveal';
}

/** Which groups of people may be told of for a period. It depends on where people stand only, never on what they did. */
export class Publication {
  /** Indexes of places. Each place is in exactly one block, and each block has on each day at least `minGroup` people or nobody. */
  readonly blocks: readonly (readonly number[])[];
  private readonly groups: GroupTree;
  private readonly places: readonly Place[];
  private readonly minGroup: number;
  /** Of each place, its index. */
  readonly blockOf: Int32Array;
  readonly presence: Presence;
  private readonly peopleAt: Int32Array;
  private readonly companyWasFew: boolean;

  /** Takes any minimum, for tests with small companies; the application calls `publish`. */
  constructor(input: BlocksInput) {
    const { headcounts, tree, minGroup } = input;
    this.places = headcounts.places;
    this.minGroup = minGroup;
    this.groups = groupTreeOf(headcounts.places, tree);
    this.presence = presenceOf(headcounts);
    this.peopleAt = this.presence.atTheEnd;
    const parted = blocksOfDays(input);
    this.companyWasFew = parted.companyWasFew;
    const blocks: number[][] = [];
    this.blockOf = new Int32Array(this.places.length);
    // Whatever stands for a block is its first place.
    for (let place = 0; place < this.places.length; place += 1) {
      const first = parted.blocks.of(place);
      const block = first === place ? blocks.push([]) - 1 : (this.blockOf[first] as number);
      this.blockOf[place] = block;
      blocks[block]?.push(place);
    }
    this.blocks = blocks;
  }

  /** The departments that may be asked for on their own, by name. */
  get departments(): string[] {
    if (this.companyWasFew) return [];
    const { parent, departments } = this.groups;
    const told = new Map<number, number>();
    for (const block of this.blocks) {
      const people = block.reduce((sum, place) => sum + (this.peopleAt[place] ?? 0), 0);
      for (let group = this.smallestAround(block); group >= 0; group = parent[group] ?? -1) told.set(group, (told.get(group) ?? 0) + people);
    }
    return [...departments].filter(([, group]) => (told.get(group) ?? 0) >= this.minGroup).map(([name]) => name);
  }

  /** The people of a filter as far as they may be told of. */
  select(filter: GroupFilter): Selection | Refusal {
    const isAsked = this.asks(filter);
    const places = new Uint8Array(this.places.length);
    const beyond = new Uint8Array(this.blocks.length);
    let asked = 0;
    this.places.forEach((place, index) => {
      if (isAsked(place, index)) asked += this.peopleAt[index] ?? 0;
      else beyond[this.blockOf[index] ?? 0] = 1;
    });
    let people = 0;
    this.blocks.forEach((block, index) => {
      if (beyond[index]) return;
      for (const place of block) {
        places[place] = 1;
        people += this.peopleAt[place] ?? 0;
      }
    });
    if (asked === 0) return { refused: 'nobody' };
    if (asked < this.minGroup || this.companyWasFew) return { refused: 'too-few' };
    if (people < this.minGroup) return { refused: 'would-reveal' };
    return { places, people, leftOut: asked - people };
  }

  private asks({ department, location, level, seniority }: GroupFilter): (place: Place, index: number) => boolean {
    const group = department === undefined ? GroupTree.company : this.groups.departments.get(department);
    if (group === undefined) return () => false;
    const firstLeaf = this.groups.firstLeaf[group] ?? 0;
    const endLeaf = this.groups.endLeaf[group] ?? 0;
    return (place, index) => {
      const leaf = this.leafOf(index);
      if (leaf < firstLeaf || leaf >= endLeaf) return false;
      return (location === undefined || place.location === location) && (level === undefined || place.level === level) && (seniority === undefined || place.seniority === seniority);
    };
  }

  /** The smallest group that holds a whole block. */
  private smallestAround(block: readonly number[]): number {
    const { parent, groupOf, endLeaf, firstLeaf } = this.groups;
    const leaves = block.map((place) => this.leafOf(place));
    const last = leaves.reduce((highest, leaf) => Math.max(highest, leaf), 0);
    const first = leaves.reduce((lowest, leaf) => Math.min(lowest, leaf), last);
    let group = groupOf[first] ?? GroupTree.company;
    while (group !== GroupTree.company && (first < (firstLeaf[group] ?? 0) || last >= (endLeaf[group] ?? 0))) group = parent[group] ?? GroupTree.company;
    return group;
  }

  private leafOf(place: number): number {
    return this.groups.leafOf[place] ?? -1;
  }
}
