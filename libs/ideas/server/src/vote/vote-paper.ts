import { ideasErrors } from '../ideas.errors.ts';
import type { BallotEntity } from './ballot.entity.ts';

/** An idea that stands in the campaign, as far as a ballot asks. */
export interface Candidate {
  id: string;
  cost: number | null;
  /** Where it comes from; empty: of no department. */
  department: string;
}

/** What each envelope holds, by department; the empty name is that of everybody. */
export type Envelopes = ReadonlyMap<string, number>;

/** Which envelope pays an idea; null: none does, so it is not in the ballot. */
export function envelopeOf({ cost, department }: Pick<Candidate, 'cost' | 'department'>, envelopes: Envelopes): string | null {
  if (cost === null || cost <= 0) return null;
  const name = envelopes.has('') ? '' : department;
  return cost <= (envelopes.get(name) ?? 0) ? name : null;
}

const highest: Partial<Record<BallotEntity['kind'], [number, number]>> = { stars: [1, 5], grades: [0, 5], budget: [1, 1] };

/** Whether ideas may be given these marks, null taking one away; where none are given, not even no mark. Errors: VOTE_INVALID, BALLOT_OTHER_WAY. */
export function requireMarks({ kind, maxPoints }: Pick<BallotEntity, 'kind' | 'maxPoints'>, marks: Iterable<number | null>): void {
  const range = kind === 'points' ? [1, maxPoints ?? 0] : highest[kind];
  if (!range) throw ideasErrors.ballotOtherWay(kind);
  const [least, most] = range as [number, number];
  for (const mark of marks) if (mark !== null && (!Number.isInteger(mark) || mark < least || mark > most)) throw ideasErrors.voteInvalid();
}

/** What a whole paper gives; ideas that do not stand any more take nothing. */
export interface WholePaper {
  paper: ReadonlyMap<string, number>;
  candidates: readonly Candidate[];
}

/** Errors: VOTE_POINTS_EXCEEDED. */
export function requirePoints({ kind, points }: Pick<BallotEntity, 'kind' | 'points'>, { paper, candidates }: WholePaper): void {
  if (kind !== 'points') return;
  const used = candidates.reduce((sum, { id }) => sum + (paper.get(id) ?? 0), 0);
  if (used > (points ?? 0)) throw ideasErrors.pointsExceeded(points ?? 0);
}

/** The first envelope that the paper goes beyond; null: none. Of a ballot without envelopes, none. */
export function exceededEnvelope(envelopes: Envelopes, { paper, candidates }: WholePaper): { department: string; amount: number } | null {
  const standing = candidates.filter(({ id }) => paper.has(id));
  for (const [department, amount] of envelopes) {
    const used = standing.reduce((sum, idea) => sum + (envelopeOf(idea, envelopes) === department ? (idea.cost ?? 0) : 0), 0);
    if (used > amount) return { department, amount };
  }
  return null;
}

/** Whether its envelopes tell where the ideas come from that they pay. */
export const isByDepartment = (departments: Iterable<string>): boolean => [...departments].some((name) => name !== '');
