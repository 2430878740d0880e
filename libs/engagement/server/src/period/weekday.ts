/** Monday 0 to Sunday 6, of a day counted from 1970, a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** From Monday to Friday. */
export const isWorkday = (day: number): boolean => weekdayOf(day) < 5;
