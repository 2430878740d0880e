export { ideasCache } from './ideas.cache.ts';
export { ideasRoutes } from './ideas.routes.ts';
