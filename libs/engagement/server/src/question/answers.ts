import type { RolledDay } from '../day/rolled-days.ts';
import type { Group } from '../engagement/group.ts';
import type { QuestionDay } from './question-day.ts';

/** What became of the questions of a period. */
export interface Answers {
  asked: number;
  /** By somebody else. */
  answered: number;
  accepted: number;
  /** Minutes until the first answer, of those that have one: half came sooner, and nine in ten. */
  median: number | null;
  ninetieth: number | null;
}

export function answersOf(days: readonly RolledDay<QuestionDay>[], { places }: Group): Answers {
  const minutes = new Int32Array(days.reduce((so, { held }) => so + held.place.length, 0));
  let [asked, answered, accepted] = [0, 0, 0];
  for (const { held: { place, minutes: until, isAccepted } } of days) {
    for (let i = 0; i < place.length; i += 1) {
      if (!places[place[i] as number]) continue;
      asked += 1;
      accepted += isAccepted[i] as number;
      if ((until[i] as number) < 0) continue;
      minutes[answered] = until[i] as number;
      answered += 1;
    }
  }
  const sorted = minutes.subarray(0, answered).sort();
  return { asked, answered, accepted, median: quantile(sorted, 0.5), ninetieth: quantile(sorted, 0.9) };
}

/** The smallest value that this part of all does not exceed (nearest rank); null of nothing. */
export function quantile(sorted: Int32Array, part: number): number | null {
  return sorted[Math.max(Math.ceil(part * sorted.length) - 1, 0)] ?? null;
}
