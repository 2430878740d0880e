import { type Group } from './group.ts';

/** Leaves that were united, over all days: what has once been put together stays together. */
export class Blocks {
  private readonly above: Int32Array;
  private readonly whole = new Set<Group>();

  constructor(leaves: number) {
    this.above = new Int32Array(leaves).map((_, leaf) => leaf);
  }

  /** A leaf that stands for all those united with this one. */
  of(leaf: number): number {
    let top = leaf;
    for (let next = this.aboveOf(top); next !== top; next = this.aboveOf(top)) {
      this.above[top] = this.aboveOf(next);
      top = next;
    }
    return top;
  }

  unite(leaf: number, other: number): void {
    const first = this.of(leaf);
    const second = this.of(other);
    this.above[Math.max(first, second)] = Math.min(first, second);
  }

  /** All leaves of these groups, also those where nobody is on the day. */
  uniteWhole(groups: readonly Group[]): void {
    const [first] = groups;
    for (const group of groups) {
      if (first) this.unite(first.firstLeaf, group.firstLeaf);
      if (this.whole.has(group)) continue;
      this.whole.add(group);
      for (let leaf = group.firstLeaf + 1; leaf < group.endLeaf; leaf += 1) this.unite(group.firstLeaf, leaf);
    }
  }

  private aboveOf(leaf: number): number {
    return this.above[leaf] ?? leaf;
  }
}
