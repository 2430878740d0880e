/** The values at which an axis is marked: round ones, from at or below `least` to at or above `most`, in about `wanted` steps. */
export function ticks(least: number, most: number, { wanted = 4, whole = false }: { wanted?: number; whole?: boolean } = {}): number[] {
  const step = roundStep((most - least) / wanted, whole);
  const first = Math.floor(round(least / step));
  const last = Math.max(first + 1, Math.ceil(round(most / step)));
  return Array.from({ length: last - first + 1 }, (_, i) => round((first + i) * step));
}

/** 1, 2 or 5 times a power of ten, at least as large as asked. */
function roundStep(asked: number, whole: boolean): number {
  if (!(asked > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(asked));
  const step = power * ([1, 2, 5, 10].find((times) => round(asked / power) <= times) ?? 10);
  return whole ? Math.max(1, step) : step;
}

// 3 × 0.1 is 0.30000000000000004.
const round = (value: number): number => Number(value.toPrecision(12));
