import type { ChartFormats, ChartUnit } from './chart-formats.ts';
import type { ChartReference } from './trend-series.ts';

/** What every chart is told besides its figures. */
export interface ChartProps {
  title: string;
  /** `useFormats()` of @parvis/platform/web. */
  formats: ChartFormats;
  /** How many people are behind all that is shown; left out where it does not apply. */
  people?: number | null;
  /** The smallest group about which anything is shown. */
  minimum: number;
  /** The whole chart is about fewer than that: it says so instead. */
  tooFew?: boolean;
  /** Of its heading, which follows from the page's. */
  level?: 2 | 3 | 4;
}

/** What charts are told whose values are of one unit and read by others: those of before, and references. */
export interface ComparedChartProps extends ChartProps {
  unit?: ChartUnit;
  /** Values to read the chart by, as lines. */
  references?: readonly ChartReference[];
  /** What the compared period is called: "2025". */
  comparedLabel?: string;
}
