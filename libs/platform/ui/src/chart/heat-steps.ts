/** How many steps the scale has above nothing: as many as are told apart in grey. */
export const heatSteps = 5;

/** The step of a value: 0 for nothing, then equal parts of the way to the largest. */
export function heatStep(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(heatSteps, Math.max(1, Math.ceil((value / most) * heatSteps)));
}
