/** The part of the whole that the `number` largest amounts hold; null: there is nothing. */
export function partOfTop(amounts: readonly number[], number: number): number | null {
  const whole = sum(amounts);
  if (whole === 0) return null;
  return sum(Int32Array.from(amounts).sort().subarray(-number)) / whole;
}

/** Gini coefficient of the amounts of `people`, of whom those not named have none: 0 if all have the same, near 1 if one has everything; null: there is nothing. Gini, 1912. */
export function giniOf(amounts: readonly number[], people: number): number | null {
  const whole = sum(amounts);
  if (whole === 0) return null;
  const sorted = Int32Array.from(amounts).sort();
  const nothing = people - sorted.length;
  let weighted = 0;
  sorted.forEach((amount, i) => (weighted += (nothing + i + 1) * amount));
  return (2 * weighted) / (people * whole) - (people + 1) / people;
}

const sum = (amounts: Iterable<number>): number => {
  let whole = 0;
  for (const amount of amounts) whole += amount;
  return whole;
};
