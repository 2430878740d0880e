/** Why a post is worth an executive's two minutes, with what each reason weighs. */
export const reasonPoints = {
  unanswered: 5,
  mention: 4,
  'no-reaction': 3,
  newcomer: 3,
  unheard: 3,
} as const;

export type BriefingReason = keyof typeof reasonPoints;

export const maxItems = 5;
const maxPerDepartment = 2;
/** What a day of age takes away: a reason of three points is gone after six days. */
const pointsPerDay = 0.5;

export interface Candidate {
  postId: string;
  authorId: string;
  department: string;
  ageDays: number;
  reasons: BriefingReason[];
}

const score = ({ reasons, ageDays }: Candidate): number => reasons.reduce((sum, reason) => sum + reasonPoints[reason], 0) - pointsPerDay * ageDays;

/** The things for today, best first: at most five, one of an author, two of a department; what has no reason, or has grown too old for its reasons, is left out. */
export function choose(candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  const ranked = candidates.filter((candidate) => score(candidate) > 0).sort((a, b) => score(b) - score(a) || (a.postId < b.postId ? 1 : -1));
  for (const candidate of ranked) {
    if (chosen.length === maxItems) break;
    if (chosen.some(({ authorId }) => authorId === candidate.authorId)) continue;
    if (chosen.filter(({ department }) => department === candidate.department).length === maxPerDepartment) continue;
    chosen.push(candidate);
  }
  return chosen;
}
