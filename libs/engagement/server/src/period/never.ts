/** The gap of what has not happened before, or so long ago that no period reaches back to it. */
export const never = 0xffff;

/** A gap as a day keeps it. */
export const keptGap = (gap: number | null): number => Math.min(gap ?? never, never);
