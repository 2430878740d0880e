export { expertsDomain } from './experts.domain.ts';
export { importExpertRequests, type ImportedExpertRequest } from './adapters/expert-requests.importer.ts';
export { parseRequestSettings } from './request/request-settings.ts';
export { requestsOfWeek } from './request/request-load.ts';
export { defaultWeights, parseWeights, type ExpertWeights } from './finding/expert-weights.ts';
