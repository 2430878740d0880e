/** Where a number stands among numbers in order, from an index on; of one that is not there, where the next greater stands. */
export function indexIn(sorted: Int32Array, number: number, from: number): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
