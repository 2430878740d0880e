export { insightsDomain } from './insights.domain.ts';
