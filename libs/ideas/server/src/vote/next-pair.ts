/** How often an idea was shown in a comparison, by everybody. */
export interface Shown {
  id: string;
  times: number;
}

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/**
 * Which two ideas somebody is asked to compare next: the one that was shown least, with the least shown of those that they have not yet seen beside it.
 * `ideas` in the order in which ties are decided. Null: they have compared them all.
 */
export function nextPair(ideas: readonly Shown[], compared: readonly (readonly [string, string])[]): [string, string] | null {
  const seen = new Set(compared.map(([one, other]) => pairKey(one, other)));
  const rarest = ideas.toSorted((one, other) => one.times - other.times);
  for (const [i, { id }] of rarest.entries()) {
    const beside = rarest.slice(i + 1).find((other) => !seen.has(pairKey(id, other.id)));
    if (beside) return [id, beside.id];
  }
  return null;
}
