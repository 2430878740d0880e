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

/** The same as an SQL condition; `campaignId` is an expression. */
export const juryHasJudged = (campaignId: string): string =>
  `EXISTS (SELECT 1 FROM campaign judged JOIN campaign_phase sitting ON sitting.campaign_id = judged.id AND sitting.kind = 'jury'
     WHERE judged.id = ${campaignId} AND judged.published_at IS NOT NULL AND sitting.closes_at <= now() AND (judged.cancelled_at IS NULL OR judged.cancelled_at >= sitting.closes_at))`;

/** Whether a sheet counts: submitted, by a juror who serves and has no part in the idea. SQL condition; `sheet` and `idea` are aliases. */
export const isCounted = (sheet: string, idea: string): string =>
  `(${sheet}.is_submitted
    AND EXISTS (SELECT 1 FROM campaign_role judging WHERE judging.campaign_id = ${idea}.campaign_id AND judging.person_id = ${sheet}.juror_id AND judging.role = 'juror')
    AND NOT EXISTS (SELECT 1 FROM idea_author made WHERE made.idea_id = ${idea}.id AND made.person_id = ${sheet}.juror_id AND made.standing = 'author'))`;
