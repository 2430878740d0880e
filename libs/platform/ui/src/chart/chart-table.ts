import type { ChartUnit } from './chart-formats.ts';

/** The figures of a chart, for those who read them rather than see them, and for files. */
export interface ChartTable {
  /** What the rows are: "Month", "Department". */
  heading: string;
  columns: readonly ChartColumn[];
  rows: readonly ChartRow[];
}

export interface ChartColumn {
  label: string;
  /** Of its numbers; left out where it holds words alone. */
  unit?: ChartUnit;
}

export interface ChartRow {
  label: string;
  /** One for each column; null where it is not shown, for too few people; words say why there is no figure, or are what the column holds. */
  cells: readonly (number | string | null)[];
}
