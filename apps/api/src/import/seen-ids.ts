import { hash } from 'node:crypto';

const firstSize = 1 << 16;

/** Remembers which identifiers came by, in 11 to 22 bytes each: their 64-bit hashes in one open-addressed table (two alike among 4 million: 1 file in 2 million). */
export class SeenIds {
  private size = firstSize;
  private high = new Uint32Array(firstSize);
  private low = new Uint32Array(firstSize);
  private count = 0;

  /** True the first time. */
  add(kind: string, id: string): boolean {
    const digest = hash('sha1', `${kind} ${id}`, 'buffer');
    if (this.count * 4 > this.size * 3) this.grow();
    // Both zero means a free place.
    if (!this.place(digest.readUInt32LE(0), digest.readUInt32LE(4) || 1)) return false;
    this.count += 1;
    return true;
  }

  private place(high: number, low: number): boolean {
    const mask = this.size - 1;
    let at = low & mask;
    while (this.low[at] !== 0) {
      if (this.low[at] === low && this.high[at] === high) return false;
      at = (at + 1) & mask;
    }
    this.low[at] = low;
    this.high[at] = high;
    return true;
  }

  private grow(): void {
    const { high, low } = this;
    this.size *= 2;
    this.high = new Uint32Array(this.size);
    this.low = new Uint32Array(this.size);
    for (let i = 0; i < low.length; i += 1) if (low[i] !== 0) this.place(high[i] ?? 0, low[i] ?? 0);
  }
}
