import type { Day } from '../period/day.ts';
import { pulseRules } from './pulse-rules.ts';
import { lastDayOf, nextQuarter, type Quarter } from './quarter.ts';

/** What was asked and answered in a quarter. */
export interface PulseCounts {
  asked: number;
  very: number;
  somewhat: number;
  notAtAll: number;
}

/** One quarter, or as many in a row as it took to have answers enough. */
export interface PulseResult extends PulseCounts {
  quarters: Quarter[];
  from: Day;
  to: Day;
  answers: number;
}

export interface PulseResults {
  /** The oldest first. */
  told: PulseResult[];
  /** The first quarter whose answers are not told, nor given up. */
  since: Quarter;
}

export const none: PulseCounts = { asked: 0, very: 0, somewhat: 0, notAtAll: 0 };
export const answersOf = ({ very, somewhat, notAtAll }: PulseCounts): number => very + somewhat + notAtAll;

/**
 * What may be told of quarters that are over, in their order: each is told once, with others or not at all, and what comes later changes nothing of it. So nobody
 * learns by comparing two readings what a few people have answered.
 */
export function toldResults(first: Quarter, quarters: readonly PulseCounts[]): PulseResults {
  const told: PulseResult[] = [];
  let run: Quarter[] = [];
  let sum = none;
  let quarter = first;
  for (const counts of quarters) {
    run.push(quarter);
    sum = { asked: sum.asked + counts.asked, very: sum.very + counts.very, somewhat: sum.somewhat + counts.somewhat, notAtAll: sum.notAtAll + counts.notAtAll };
    const isEnough = answersOf(sum) >= pulseRules.minAnswers;
    if (isEnough) told.push({ ...sum, quarters: run, from: run[0] as Quarter, to: lastDayOf(quarter), answers: answersOf(sum) });
    if (isEnough || run.length === pulseRules.mostQuarters) [run, sum] = [[], none];
    quarter = nextQuarter(quarter);
  }
  return { told, since: run[0] ?? quarter };
}
