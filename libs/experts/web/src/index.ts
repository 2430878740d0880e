export { expertsCache } from './experts.cache.ts';
export { expertsRoutes } from './experts.routes.ts';
