export { insightsDomain } from './insights.domain.ts';
export { OwnFigures } from './own/own-figures.type.ts';
