// Taken once: where Jest runs tests, each look at a global object costs as much as the arithmetic itself.
const { floor, imul } = Math;

/** Mixes two 32-bit values into one. The finaliser is the one of MurmurHash3 (Austin Appleby, public domain). */
export function mix(a: number, b: number): number {
  let hash = a ^ imul(b + 0x7f4a7c15, 0x9e3779b1);
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** FNV-1a over the UTF-16 units of a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Draws in [0, 1) that belong to one entity: person 17 draws the same whatever happens to the others. */
export function unit(seed: number, subject: number, index: number): number {
  return mix(mix(seed, subject), index) / 4294967296;
}

/** A sequence of draws of one entity (mulberry32, Tommy Ettinger, public domain). */
export class Stream {
  private state: number;

  constructor(seed: number, subject: number, index: number) {
    this.state = mix(mix(seed, subject), index);
  }

  /** In [0, 1). */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    return floor(this.unit() * limit);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** Distinct items in the order drawn. */
  sample<T>(items: readonly T[], count: number): T[] {
    const left = [...items];
    const drawn: T[] = [];
    while (drawn.length < count && left.length > 0) drawn.push(...left.splice(this.below(left.length), 1));
    return drawn;
  }

  /** The index of a weight, in proportion to the weights. */
  weighted(weights: readonly number[]): number {
    let rest = this.unit() * weights.reduce((sum, weight) => sum + weight, 0);
    for (let i = 0; i < weights.length; i += 1) {
      rest -= weights[i] as number;
      if (rest < 0) return i;
    }
    return weights.length - 1;
  }
}
