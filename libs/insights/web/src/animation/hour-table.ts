export interface HourCount {
  /** 1 for Monday to 7 for Sunday. */
  weekday: number;
  hour: number;
  count: number;
}

/** Hours are told by two: finer would be noise, and would not fit a phone. */
export const slotHours = 2;

export interface Slot {
  weekday: number;
  /** The hour that it starts at. */
  from: number;
  count: number;
}

/** Slots of two hours by weekday: a row for each slot of the day that any weekday has something in, from the first to the last. */
export function hourTable(hours: readonly HourCount[]): Slot[][] {
  const starts = hours.map(({ hour }) => hour - (hour % slotHours));
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  const rows: Slot[][] = [];
  for (let from = first; from <= last; from += slotHours) {
    rows.push([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, count: countIn(hours, weekday, from) })));
  }
  return rows;
}

function countIn(hours: readonly HourCount[], weekday: number, from: number): number {
  return hours.filter((hour) => hour.weekday === weekday && hour.hour >= from && hour.hour < from + slotHours).reduce((sum, { count }) => sum + count, 0);
}

/** The slots in which most happens, at most `number` of them, most first. */
export function bestSlots(table: readonly (readonly Slot[])[], number: number): Slot[] {
  return table
    .flat()
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.weekday - b.weekday || a.from - b.from)
    .slice(0, number);
}
