/** The part of the whole that the `number` largest amounts hold; null: there is nothing. */
export function partOfTop(amounts: Amounts, number: number): number | null {
  const whole = sum(amounts);
  if (whole === 0) return null;
  return sum(inOrder(amounts).subarray(-number)) / whole;
}

/** Gini coefficient of the amounts of `people`, of whom those not named have none: 0 if all have the same, near 1 if one has everything; null: there is nothing. Gini, 1912. */
export function giniOf(amounts: Amounts, people: number): number | null {
  const whole = sum(amounts);
  if (whole === 0) return null;
  const sorted = inOrder(amounts);
  const nothing = people - sorted.length;
  let weighted = 0;
  for (let i = 0; i < sorted.length; i += 1) weighted += (nothing + i + 1) * (sorted[i] as number);
  return (2 * weighted) / (people * whole) - (people + 1) / people;
}

/** In any order; those of an Int32Array are in order already: to sort what a hundred thousand people wrote takes longer than to add it up. */
export type Amounts = readonly number[] | Int32Array;

const inOrder = (amounts: Amounts): Int32Array => (amounts instanceof Int32Array ? amounts : Int32Array.from(amounts).sort());

function sum(amounts: Amounts): number {
  let whole = 0;
  for (let i = 0; i < amounts.length; i += 1) whole += amounts[i] as number;
  return whole;
}
