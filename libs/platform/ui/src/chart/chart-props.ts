import type { ChartFormats } from './chart-formats.ts';

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
