import type { ChartUnit } from '@parvis/platform/ui';

const [hour, day] = [60, 1_440];

/** A time in minutes, and what it was before, in the unit that reads best for the time. */
export function durationOf(minutes: number | null | undefined, before: number | null | undefined): { unit: ChartUnit; value: number | null | undefined; compared: number | null | undefined } {
  const length = minutes ?? 0;
  const [unit, size] = length < 2 * hour ? (['minute', 1] as const) : length < 2 * day ? (['hour', hour] as const) : (['day', day] as const);
  const inUnit = (amount: number | null | undefined) => (amount == null ? amount : amount / size);
  return { unit, value: inUnit(minutes), compared: inUnit(before) };
}
