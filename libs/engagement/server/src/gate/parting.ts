import { Blocks } from './blocks.ts';
import { type Group, type GroupTree } from './group.ts';
import { type Change } from './headcounts.ts';

const nobody: readonly Group[] = [];

/**
 * Parts the company into blocks of at least `minGroup` people, day by day. What is put together on any day of the period stays together for all of it,
 * so that the blocks of a period are made of whole blocks of each of its days, and of each shorter period in it.
 */
export class Parting {
  readonly blocks: Blocks;
  /** On some day the company itself had too few people: nothing may be told. */
  companyWasFew = false;

  constructor(
    private readonly groups: GroupTree,
    private readonly minGroup: number,
  ) {
    this.blocks = new Blocks(groups.leaves.length);
  }

  /** The days must come in their order. */
  addDay(day: number, changes: readonly Change[]): void {
    const { company, leaves, leafOf } = this.groups;
    for (const { place, more } of changes) {
      for (let group = leaves[leafOf[place] ?? -1] ?? null; group; group = group.parent) {
        group.people += more;
        group.changedOn = day;
      }
    }
    if (this.areFew(company.people)) {
      this.companyWasFew = true;
      this.blocks.uniteWhole([company]);
    } else if (company.changedOn === day && company.people > 0) this.part(company, day);
  }

  private areFew(people: number): boolean {
    return people > 0 && people < this.minGroup;
  }

  /** Parts a group of enough people into its children: those who are few are pooled, the others are parted in turn. Yesterday's work holds for groups in which nothing changed. */
  private part(group: Group, day: number): void {
    const pool: Group[] = [];
    let mayFloat = group.kind !== 'company';
    for (const child of group.children) {
      if (this.areFew(child.people)) {
        pool.push(child);
        mayFloat &&= child.kind === 'direct';
      } else if (child.people > 0) {
        if (child.changedOn === day && !child.isLeaf) this.part(child, day);
        if (child.floating.length > 0) pool.push(...child.floating);
      }
    }
    group.floating = nobody;
    group.pool = null;
    if (pool.length === 0) return;
    const areTooFew = this.areFew(pool.reduce((people, part) => people + part.people, 0));
    // A head of department alone would hide a whole team: direct members wait for others like them, one department higher.
    if (areTooFew && mayFloat) group.floating = pool;
    else this.hide(group, pool, areTooFew);
  }

  private hide(group: Group, pool: readonly Group[], areTooFew: boolean): void {
    const hidden = pool[0]?.firstLeaf ?? group.firstLeaf;
    this.blocks.uniteWhole(pool);
    group.pool = hidden;
    if (areTooFew) this.blocks.unite(hidden, this.hidingPlaceIn(this.firstOfEnough(group)));
  }

  /** Where too few find company: with those who are pooled already, or with the first who are enough. It is looked for as deep as can be, to hide no more than needed. */
  private hidingPlaceIn(group: Group | undefined): number {
    if (!group) throw new Error('Too few people beside nobody: the group itself should have been pooled');
    return group.pool ?? (group.isLeaf ? group.firstLeaf : this.hidingPlaceIn(this.firstOfEnough(group)));
  }

  private firstOfEnough(group: Group): Group | undefined {
    return group.children.find(({ people }) => people >= this.minGroup);
  }
}
