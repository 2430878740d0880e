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
  const hours = Array.from({ length: weekdays }, () => Array.from({ length: hoursOfDay }, () => 0));
  let [acts, outside] = [0, 0];
  for (const { held } of days) {
    for (let i = 0; i < held.place.length; i += 1) {
      if (!places[held.place[i] as number]) continue;
      const hour = held.hour[i] as number;
      const weekday = hours[Math.floor(hour / hoursOfDay)] as number[];
      weekday[hour % hoursOfDay] = (weekday[hour % hoursOfDay] as number) + (held.acts[i] as number);
      acts += held.acts[i] as number;
      outside += held.outside[i] as number;
    }
  }
  return { acts, outside, hours };
}
