import { maxAmount } from '../campaign/campaign-plan.ts';
import { ideasErrors } from '../ideas.errors.ts';
import type { BallotKind } from './ballot.entity.ts';

/** A way of deciding as its owner wants it. */
export interface BallotPlan {
  kind: BallotKind;
  isSecret: boolean;
  hidesResults: boolean;
  maxSupports?: number | null;
  points?: number | null;
  maxPoints?: number | null;
  envelopes: { department?: string | null; amount: number }[];
}

/** A plan whose every part is well formed; departments are looked up by the service. */
export interface CheckedBallot {
  kind: BallotKind;
  isSecret: boolean;
  hidesResults: boolean;
  maxSupports: number | null;
  points: number | null;
  maxPoints: number | null;
  /** An empty department: one for everybody. */
  envelopes: { department: string; amount: number }[];
}

const mostSupports = 1_000;
const mostPoints = 1_000;
const mostEnvelopes = 100;

/** What does not belong to a kind is dropped. Errors: BALLOT_TWICE, BALLOT_LIMIT_INVALID with the field, BALLOT_ENVELOPES_INVALID. */
export function checkedBallots(plans: readonly BallotPlan[]): CheckedBallot[] {
  if (new Set(plans.map(({ kind }) => kind)).size !== plans.length) throw ideasErrors.ballotTwice();
  return plans.map((plan) => {
    const { kind } = plan;
    const points = kind === 'points' ? within('points', plan.points, mostPoints) : null;
    return {
      kind,
      // How many support an idea is told from the first day on, and never who.
      isSecret: kind !== 'support' && plan.isSecret,
      hidesResults: kind !== 'support' && plan.hidesResults,
      maxSupports: kind === 'support' && plan.maxSupports != null ? within('maxSupports', plan.maxSupports, mostSupports) : null,
      points,
      maxPoints: points === null ? null : within('maxPoints', plan.maxPoints, points),
      envelopes: kind === 'budget' ? checkedEnvelopes(plan.envelopes) : [],
    };
  });
}

function within(field: string, value: number | null | undefined, max: number): number {
  if (value == null || !Number.isInteger(value) || value < 1 || value > max) throw ideasErrors.ballotLimitInvalid(field, max);
  return value;
}

function checkedEnvelopes(envelopes: BallotPlan['envelopes']): CheckedBallot['envelopes'] {
  const checked = envelopes.map(({ department, amount }) => ({ department: department?.trim() ?? '', amount: within('envelopes', amount, maxAmount) }));
  const names = new Set(checked.map(({ department }) => department));
  if (checked.length === 0 || checked.length > mostEnvelopes || names.size !== checked.length || (names.has('') && names.size > 1)) throw ideasErrors.envelopesInvalid();
  return checked;
}
