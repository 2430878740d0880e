export { auditCache } from './audit.cache.ts';
export { auditRoutes } from './audit.routes.ts';
