/** Leaves that were united, over all days: what has once been put together stays together. */
export class Blocks {
  private readonly above: Int32Array;

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

  private aboveOf(leaf: number): number {
    return this.above[leaf] ?? leaf;
  }
}
