import type { RolledDay } from '../day/rolled-days.ts';
import type { Group } from '../engagement/group.ts';
import type { HourDay } from './hour-day.ts';

/** When people write and react, by their own clock. */
export interface Rhythm {
  acts: number;
  /** On days on which they do not work, or outside the working hours. */
  outside: number;
  /** By weekday from Monday, then by hour. */
  hours: number[][];
}

const [weekdays, hoursOfDay] = [7, 24];

export function rhythmOf(days: readonly RolledDay<HourDay>[], { places }: Group): Rhythm {
  const week = new Int32Array(weekdays * hoursOfDay);
  let [acts, outside] = [0, 0];
  for (const { held: { place, hour: hours, acts: number, outside: ofThem } } of days) {
    for (let i = 0; i < place.length; i += 1) {
      if (!places[place[i] as number]) continue;
      const [hour, more] = [hours[i] as number, number[i] as number];
      week[hour] = (week[hour] as number) + more;
      acts += more;
      outside += ofThem[i] as number;
    }
  }
  return { acts, outside, hours: Array.from({ length: weekdays }, (_, weekday) => [...week.subarray(weekday * hoursOfDay, (weekday + 1) * hoursOfDay)]) };
}
