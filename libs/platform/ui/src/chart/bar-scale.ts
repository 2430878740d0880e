/** Where a bar lies on its track, in hundredths: from zero, which is inside when some values are below it. */
export interface BarPlace {
  start: number;
  length: number;
}

export interface BarScale {
  /** A value's place, in hundredths of the track. */
  at(value: number): number;
  bar(value: number): BarPlace;
}

/** Bars always begin at zero: their lengths are what is compared. */
export function barScale(values: readonly (number | null | undefined)[]): BarScale {
  const known = [0, ...values.filter((value) => value != null)];
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const span = most - least || 1;
  const at = (value: number): number => ((value - least) / span) * 100;
  return {
    at,
    bar: (value) => ({ start: Math.min(at(0), at(value)), length: Math.abs(at(value) - at(0)) }),
  };
}
