import type { RolledDay } from '../day/rolled-days.ts';
import type { Group } from '../engagement/group.ts';
import { isWorkday } from '../period/weekday.ts';
import type { VisitDay } from './visit-day.ts';

/** Who comes. */
export interface Adoption {
  /** Eligible on some day of the period. */
  eligible: number;
  /** Of them, those who came. */
  visitors: number;
  /** Those who came from Monday to Friday in the last seven days of the period, and in the last thirty. */
  weekly: number;
  monthly: number;
}

const [week, month] = [7, 30];

export function adoptionOf(days: readonly RolledDay<VisitDay>[], { places, ofPeriod, period: { first, last } }: Group): Adoption {
  const adoption = { eligible: ofPeriod, visitors: 0, weekly: 0, monthly: 0 };
  const [weekStart, monthStart] = [Math.max(first, last - week + 1), Math.max(first, last - month + 1)];
  for (const { day, held } of days) {
    const isWorking = isWorkday(day);
    for (let i = 0; i < held.place.length; i += 1) {
      if (!places[held.place[i] as number]) continue;
      const people = held.people[i] as number;
      if ((held.gap[i] as number) > day - first) adoption.visitors += people;
      if (!isWorking || day < monthStart) continue;
      const workGap = held.workGap[i] as number;
      if (workGap > day - monthStart) adoption.monthly += people;
      if (day >= weekStart && workGap > day - weekStart) adoption.weekly += people;
    }
  }
  return adoption;
}
