/** Where a number stands among numbers in order, from an index on; of one that is not there, where the next greater stands. Numbers are less than 2³¹ apart. */
export function indexIn(sorted: Int32Array, number: number, from: number): number {
  let [low, length] = [from, sorted.length - from];
  while (length > 0) {
    const half = (length + 1) >>> 1;
    // All bits where the number is greater, else none: which half it is in cannot be foreseen, and is slow to branch on.
    low += half & (((sorted[low + half - 1] as number) - number) >> 31);
    length -= half;
  }
  return low;
}
