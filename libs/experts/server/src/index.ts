export { expertsDomain } from './experts.domain.ts';
export { defaultWeights, parseWeights, type ExpertWeights } from './finding/expert-weights.ts';
