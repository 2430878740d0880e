/** Who writes to whom: `values[from][to]`, null where it is not shown. */
export interface Exchanges {
  groups: readonly string[];
  values: readonly (readonly (number | null)[])[];
}

/** The largest groups, in the order they came, and the others as one: more arcs than about twelve cannot be told apart. */
export function pooled(all: Exchanges, most: number, others: (count: number) => string): Exchanges {
  const { groups, values } = all;
  if (groups.length <= most) return all;
  const weight = groups.map((_, index) => {
    const { sent, received } = exchangesOf(all, index);
    return sent + received;
  });
  const largest = groups.map((_, index) => index).sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0)).slice(0, most - 1);
  const kept = groups.map((_, index) => index).filter((index) => largest.includes(index));
  const rest = groups.map((_, index) => index).filter((index) => !largest.includes(index));
  const places = [...kept.map((index) => [index]), rest];
  return {
    groups: [...kept.map((index) => groups[index] ?? ''), others(rest.length)],
    values: places.map((from) => places.map((to) => sum(from.flatMap((i) => to.map((j) => values[i]?.[j] ?? null))))),
  };
}

/** Not shown as soon as a part is not: from the sum and the other parts it could be worked out. */
const sum = (parts: readonly (number | null)[]): number | null => (parts.includes(null) ? null : total(parts));
const total = (parts: readonly (number | null)[]): number => parts.reduce<number>((all, part) => all + (part ?? 0), 0);

/** What a group exchanges with the others, and with itself. */
export interface GroupExchanges {
  sent: number;
  received: number;
  within: number | null;
}

export function exchangesOf({ values }: Exchanges, index: number): GroupExchanges {
  const outside = (_: unknown, other: number): boolean => other !== index;
  return {
    sent: total((values[index] ?? []).filter(outside)),
    received: total(values.map((row) => row[index] ?? null).filter(outside)),
    within: values[index]?.[index] ?? null,
  };
}
