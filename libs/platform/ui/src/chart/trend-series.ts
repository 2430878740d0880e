/** One point of a line. */
export interface TrendPoint {
  /** The day on which it begins: 2026-03-01. */
  at: string;
  /** null: not shown, for too few people unless `why` says otherwise. The line is interrupted there. */
  value: number | null;
  /** Why there is no value, where it is not for too few people: « nothing to count ». */
  why?: string;
  /** How many people are behind it. */
  people?: number | null;
}

export interface TrendSeries {
  label: string;
  points: readonly TrendPoint[];
  /** The same points in the compared period, the first beside the first. */
  compared?: readonly (number | null)[];
}

/** Something that happened: "campaign started". */
export interface TrendAnnotation {
  at: string;
  label: string;
}

/** A value to read the line by. */
export interface ChartReference {
  value: number;
  label: string;
}
