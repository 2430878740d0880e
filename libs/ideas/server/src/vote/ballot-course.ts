import { smallestGroup } from '../funnel/shown-departments.ts';
import { phaseOf, stageAt, type Course } from '../phase/campaign-stage.ts';
import type { BallotKind } from './ballot.entity.ts';

/** waiting: nobody votes yet. open: votes come in. over: all votes are in. void: the campaign was called off before that. */
export type BallotState = 'waiting' | 'open' | 'over' | 'void';

/** When votes of a kind are taken; null: never. Ideas are supported from their gathering on. */
export function votingTime(course: Pick<Course, 'phases'>, kind: BallotKind): { opensAt: Date; closesAt: Date } | null {
  const kinds = kind === 'support' ? (['gather', 'build', 'vote'] as const) : (['vote'] as const);
  const phases = kinds.flatMap((one) => phaseOf(course, one) ?? []);
  const [first, last] = [phases[0], phases.at(-1)];
  return first && last ? { opensAt: first.opensAt, closesAt: last.closesAt } : null;
}

/** Where a ballot stands. An extended phase keeps it open; once it is over it stays so. */
export function ballotState(course: Course, kind: BallotKind, now: Date): BallotState {
  const time = votingTime(course, kind);
  if (course.cancelledAt) return time && time.closesAt <= course.cancelledAt ? 'over' : 'void';
  if (!time || stageAt(course, now) === 'draft' || now < time.opensAt) return 'waiting';
  return now < time.closesAt ? 'open' : 'over';
}

/** `soon`: too few have voted in a secret ballot for its figures to say nothing of anybody. */
export type ResultsState = 'waiting' | 'hidden' | 'soon' | 'live' | 'final' | 'void';

/** Whether the results of a ballot are told: those of a secret one with a small group of voters after its close only. `isSealed`: every vote is in and nothing comes after. */
export function resultsState(ballot: { isSecret: boolean; hidesResults: boolean }, { state, isSealed, voters }: { state: BallotState; isSealed: boolean; voters: number }): ResultsState {
  if (state === 'waiting' || state === 'void') return state;
  if (state === 'over') return isSealed ? 'final' : 'hidden';
  if (ballot.hidesResults) return 'hidden';
  return ballot.isSecret && voters < smallestGroup ? 'soon' : 'live';
}

export const areResultsTold = (state: ResultsState): boolean => state === 'live' || state === 'final';
