import { type BallotInput, type BallotKind, wholeNumberTyped } from '@parvis/platform/web';

import type { BallotFragment } from './Ballot.generated.ts';

export const ballotKinds = ['SUPPORT', 'STARS', 'GRADES', 'BUDGET', 'PAIRS', 'POINTS'] as const satisfies readonly BallotKind[];

/** A way of deciding as a form holds it: figures as they are typed. */
export interface BallotFields {
  kind: BallotKind;
  isIn: boolean;
  isSecret: boolean;
  hidesResults: boolean;
  maxSupports: string;
  points: string;
  maxPoints: string;
  /** An empty department: everybody's. */
  envelopes: { department: string; amount: string }[];
}

export function fieldsOf(ballots: readonly BallotFragment[]): BallotFields[] {
  return ballotKinds.map((kind) => {
    const chosen = ballots.find((one) => one.kind === kind);
    return {
      kind,
      isIn: chosen !== undefined,
      isSecret: chosen?.isSecret ?? true,
      hidesResults: chosen?.hidesResults ?? true,
      maxSupports: chosen?.maxSupports?.toString() ?? '',
      points: chosen?.points?.toString() ?? '10',
      maxPoints: chosen?.maxPoints?.toString() ?? '5',
      envelopes: chosen?.envelopes.map(({ department, amount }) => ({ department: department ?? '', amount: String(amount) })) ?? [{ department: '', amount: '' }],
    };
  });
}

/** A figure that is none stays one that the server refuses, by name. */
const figure = (typed: string): number => {
  const number = wholeNumberTyped(typed) ?? 0;
  return Number.isInteger(number) ? number : 0;
};

export function ballotInputs(fields: readonly BallotFields[]): BallotInput[] {
  return fields
    .filter(({ isIn }) => isIn)
    .map(({ kind, isSecret, hidesResults, maxSupports, points, maxPoints, envelopes }) => ({
      kind,
      isSecret,
      hidesResults,
      maxSupports: kind === 'SUPPORT' && maxSupports.trim() ? figure(maxSupports) : null,
      points: kind === 'POINTS' ? figure(points) : null,
      maxPoints: kind === 'POINTS' ? figure(maxPoints) : null,
      envelopes: kind === 'BUDGET' ? envelopes.map(({ department, amount }) => ({ department: department || null, amount: figure(amount) })) : [],
    }));
}
