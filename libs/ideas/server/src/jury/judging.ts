import type { CampaignEntity, Criterion } from '../campaign/campaign.entity.ts';
import { phaseOf, type Course } from '../phase/campaign-stage.ts';

export const maxScore = 10;

/** What the jury of a campaign judges by: its criteria, or the idea as a whole (no label, known by the id of the campaign). */
export const criteriaOf = ({ id, criteria }: Pick<CampaignEntity, 'id' | 'criteria'>): Criterion[] => (criteria.length > 0 ? criteria : [{ id, label: '', weight: 1 }]);

/** Scores from 0 to 10 by the weight of their criteria; null as long as one is missing. */
export function totalOf(criteria: readonly Criterion[], scores: Readonly<Record<string, number>>): number | null {
  let sum = 0;
  let weights = 0;
  for (const { id, weight } of criteria) {
    const score = scores[id];
    if (score === undefined) return null;
    sum += weight * score;
    weights += weight;
  }
  return sum / weights;
}

/** Whether the jury has judged: from the last instant of its phase on, what it said is for everybody who sees the campaign. Not where the campaign was called off before. */
export function hasJudged(course: Course, now: Date): boolean {
  const phase = phaseOf(course, 'jury');
  if (!phase || !course.publishedAt || phase.closesAt > now) return false;
  return !course.cancelledAt || course.cancelledAt >= phase.closesAt;
}
