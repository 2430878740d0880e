import type { ContributionDay } from '../contribution/contribution-day.ts';
import type { RolledDay } from '../day/rolled-days.ts';
import type { Period } from '../period/period.ts';
import { quantile } from '../question/answers.ts';
import type { CountedAct, KeptAct } from './executive-acts.ts';

/** What executives wrote, all of them or one: they are counted in the same way. */
export interface Acts {
  /** All that they wrote in the period; of it, replies to employees, and what delegates wrote for them. */
  written: number;
  replies: number;
  delegated: number;
  /** Minutes between what an employee wrote and their reply, half came sooner; null without replies. */
  replyMedian: number | null;
  /** Communities in which they wrote and which they do not animate. */
  communities: number;
}

/** What executives, as a group, show by their own example. */
export interface Example extends Acts {
  /** Who wrote in the last thirty days of the period. */
  contributors: number;
}

/** Days on which somebody has written lately. */
export const month = 30;

/** `places`: 1 for each place of executives, by its number. */
export function exampleOf(contributions: readonly RolledDay<ContributionDay>[], acts: readonly RolledDay<readonly KeptAct[]>[], places: Uint8Array, { first, last }: Period): Example {
  const since = Math.max(first, last - month + 1);
  let contributors = 0;
  for (const { day, held: { place, gap } } of contributions) {
    if (day < since) continue;
    for (let i = 0; i < place.length; i += 1) if (places[place[i] as number] && (gap[i] as number) > day - since) contributors += 1;
  }
  return { contributors, ...actsOf(acts.flatMap(({ held }) => held.filter(({ place }) => places[place]))) };
}

export function actsOf(acts: readonly CountedAct[]): Acts {
  const [minutes, communities] = [new Int32Array(acts.length), new Set<string>()];
  let [replies, delegated, waited] = [0, 0, 0];
  for (const act of acts) {
    if (act.isReply) replies += 1;
    if (act.isDelegated) delegated += 1;
    if (act.minutes !== null) minutes[waited++] = act.minutes;
    if (act.communityId !== null) communities.add(act.communityId);
  }
  return { written: acts.length, replies, delegated, replyMedian: quantile(minutes.subarray(0, waited).sort(), 0.5), communities: communities.size };
}
