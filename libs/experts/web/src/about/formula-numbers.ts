import type { ExpertWeightName } from '@parvis/platform/web';

export type WeightValues = Record<ExpertWeightName, number>;

/** In the order in which they are explained. */
const order: Record<ExpertWeightName, number> = { TOPICALITY: 1, COVERAGE: 2, RECENCY: 3, TAGS: 4, ANSWER_TEXT: 5, ACCEPTED: 6, VOTES: 7, SKILLS: 8, ENDORSEMENTS: 9 };

export const inOrder = <Weight extends { name: ExpertWeightName }>(weights: readonly Weight[]): Weight[] => weights.toSorted((one, other) => order[one.name] - order[other.name]);

export const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

/** Whose score is higher: 0 or 1; null when they are equal. */
export function firstOf(scores: readonly number[]): number | null {
  const [one = 0, other = 0] = scores;
  if (one === other) return null;
  return one > other ? 0 : 1;
}
