/** How large a word of the cloud is, in rem: by its uses, from the least used to the most, in a scale in which twice as often is one step. */
export function wordSize(uses: number, { least, most }: { least: number; most: number }): number {
  const [small, large] = [0.875, 2];
  if (most === least) return small + (large - small) / 3;
  return small + ((large - small) * Math.log(uses / least)) / Math.log(most / least);
}
