/** How many series can be told apart: each has a colour (--chart-1 to --chart-6) and a mark. */
export const seriesMost = 6;

// Around 0,0 and of about the same weight.
const marks = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  'M-3.6 -3.6h7.2v7.2h-7.2z',
  'M0 -5L4.6 3.4H-4.6z',
  'M0 -5.2L5.2 0L0 5.2L-5.2 0z',
  'M0 5L4.6 -3.4H-4.6z',
  'M-1.6 -5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z',
] as const;

/** The outline of the mark of a series, as an SVG path. */
export const seriesMark = (index: number): string => marks[index % seriesMost] ?? marks[0];

export const seriesColour = (index: number): string => `var(--chart-${(index % seriesMost) + 1})`;
