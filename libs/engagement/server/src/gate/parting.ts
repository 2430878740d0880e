import { Blocks } from './blocks.ts';
import { GroupTree } from './group-tree.ts';
import type { Changes } from './headcounts.ts';

const { company } = GroupTree;
const nobody: readonly number[] = [];
const noPool = -1;

/**
 * Parts the company into blocks of at least `minGroup` people, day by day. What is put together on any day of the period stays together for all of it,
 * so that the blocks of a period are made of whole blocks of each of its days, and of each shorter period in it.
 */
export class Parting {
  readonly blocks: Blocks;
  /** On some day the company itself had too few people: nothing may be told. */
  companyWasFew = false;
  /** Of each group, on the day that is being looked at, as are the columns below. */
  private readonly people: Int32Array;
  private readonly changedOn: Int32Array;
  /** A leaf of the pool of its small parts. */
  private readonly pools: Int32Array;
  /** Direct members who were too few and are pooled further up. */
  private readonly floating: (readonly number[])[];
  /** 1: all its leaves were united on some day. */
  private readonly areWhole: Uint8Array;

  constructor(
    private readonly groups: GroupTree,
    private readonly minGroup: number,
  ) {
    this.blocks = new Blocks(groups.groupOf.length);
    this.people = new Int32Array(groups.size);
    this.changedOn = new Int32Array(groups.size).fill(-1);
    this.pools = new Int32Array(groups.size).fill(noPool);
    this.floating = Array.from({ length: groups.size }, () => nobody);
    this.areWhole = new Uint8Array(groups.size);
  }

  /** The days must come in their order. */
  addDay(day: number, { place, more }: Changes): void {
    const { leafOf, groupOf, parent } = this.groups;
    for (let i = 0; i < place.length; i += 1) {
      for (let group = groupOf[leafOf[place[i] as number] ?? -1] ?? -1; group >= company; group = parent[group] ?? -1) {
        this.people[group] = this.peopleOf(group) + (more[i] as number);
        this.changedOn[group] = day;
      }
    }
    if (this.areFew(this.peopleOf(company))) {
      this.companyWasFew = true;
      this.uniteWhole([company]);
    } else if (this.changedOn[company] === day && this.peopleOf(company) > 0) this.part(company, day);
  }

  /** Parts a group of enough people into its children: those who are few are pooled, the others are parted in turn. Yesterday's work holds for groups in which nothing changed. */
  private part(group: number, day: number): void {
    const pool: number[] = [];
    let mayFloat = group !== company;
    const end = this.groups.endChild[group] ?? 0;
    for (let child = this.groups.firstChild[group] ?? 0; child < end; child += 1) {
      const people = this.peopleOf(child);
      if (this.areFew(people)) {
        pool.push(child);
        mayFloat &&= this.groups.kinds[child] === 'direct';
      } else if (people > 0) {
        if (this.changedOn[child] === day) this.part(child, day);
        for (const part of this.floating[child] ?? nobody) pool.push(part);
      }
    }
    this.floating[group] = nobody;
    this.pools[group] = noPool;
    if (pool.length === 0) return;
    const areTooFew = this.areFew(pool.reduce((people, part) => people + this.peopleOf(part), 0));
    // A head of department alone would hide a whole team: direct members wait for others like them, one department higher.
    if (areTooFew && mayFloat) this.floating[group] = pool;
    else this.hide(group, pool, areTooFew);
  }

  private hide(group: number, pool: readonly number[], areTooFew: boolean): void {
    const hidden = this.uniteWhole(pool);
    this.pools[group] = hidden;
    if (areTooFew) this.blocks.unite(hidden, this.hidingPlaceIn(this.firstOfEnough(group)));
  }

  /** Where too few find company: with those who are pooled already, or with the first who are enough. It is looked for as deep as can be, to hide no more than needed. */
  private hidingPlaceIn(group: number): number {
    const pool = this.pools[group] ?? noPool;
    if (pool !== noPool) return pool;
    return this.groups.firstChild[group] === this.groups.endChild[group] ? this.firstLeafOf(group) : this.hidingPlaceIn(this.firstOfEnough(group));
  }

  private firstOfEnough(group: number): number {
    const end = this.groups.endChild[group] ?? 0;
    for (let child = this.groups.firstChild[group] ?? 0; child < end; child += 1) if (this.peopleOf(child) >= this.minGroup) return child;
    throw new Error('Too few people beside nobody: the group itself should have been pooled');
  }

  /** Unites all leaves of these groups, also those where nobody is on the day; gives back one of them. */
  private uniteWhole(groups: readonly number[]): number {
    const first = this.firstLeafOf(groups[0] ?? company);
    for (const group of groups) {
      const firstOfGroup = this.firstLeafOf(group);
      this.blocks.unite(first, firstOfGroup);
      if (this.areWhole[group] === 1) continue;
      this.areWhole[group] = 1;
      for (let leaf = firstOfGroup + 1; leaf < (this.groups.endLeaf[group] ?? 0); leaf += 1) this.blocks.unite(firstOfGroup, leaf);
    }
    return first;
  }

  private areFew(people: number): boolean {
    return people > 0 && people < this.minGroup;
  }

  private peopleOf(group: number): number {
    return this.people[group] ?? 0;
  }

  private firstLeafOf(group: number): number {
    return this.groups.firstLeaf[group] ?? 0;
  }
}
