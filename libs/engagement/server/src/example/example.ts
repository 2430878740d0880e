import type { ContributionDay } from '../contribution/contribution-day.ts';
import type { RolledDay } from '../day/rolled-days.ts';
import type { Period } from '../period/period.ts';
import { quantile } from '../question/answers.ts';
import type { KeptAct } from './executive-acts.ts';

/** What executives, as a group, show by their own example. */
export interface Example {
  /** Who wrote in the last thirty days of the period. */
  contributors: number;
  /** All that they wrote in the period; of it, replies to employees, and what delegates wrote for them. */
  written: number;
  replies: number;
  delegated: number;
  /** Minutes between what an employee wrote and their reply, half came sooner; null without replies. */
  replyMedian: number | null;
  /** Communities in which they wrote and which they do not animate. */
  communities: number;
}

const month = 30;

/** `places`: 1 for each place of executives, by its number. */
export function exampleOf(contributions: readonly RolledDay<ContributionDay>[], acts: readonly RolledDay<readonly KeptAct[]>[], places: Uint8Array, { first, last }: Period): Example {
  const since = Math.max(first, last - month + 1);
  let contributors = 0;
  for (const { day, held } of contributions) {
    if (day < since) continue;
    held.place.forEach((place, i) => {
      if (places[place] && (held.gap[i] as number) > day - since) contributors += 1;
    });
  }
  const all = acts.flatMap(({ held }) => held);
  const minutes = all.flatMap(({ minutes }) => minutes ?? []);
  return {
    contributors,
    written: all.length,
    replies: all.filter(({ isReply }) => isReply).length,
    delegated: all.filter(({ isDelegated }) => isDelegated).length,
    replyMedian: quantile(Int32Array.from(minutes).sort(), 0.5),
    communities: new Set(all.flatMap(({ communityId }) => communityId ?? [])).size,
  };
}
