/** 1 to 4, of a day without time: 2026-07-01 is in the third quarter. */
export const quarterNumber = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);
