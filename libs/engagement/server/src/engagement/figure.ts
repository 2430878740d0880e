/** To four decimals. */
export const rounded = (figure: number | null): number | null => (figure === null ? null : Math.round(figure * 10_000) / 10_000);

/** At most 1: people who moved are counted where they first came and where they first wrote. Null of nothing. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(Math.min(part / whole, 1)));
