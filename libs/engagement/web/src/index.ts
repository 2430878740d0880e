export { engagementCache } from './engagement.cache.ts';
export { engagementRoutes } from './engagement.routes.ts';
