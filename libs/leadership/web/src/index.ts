export { leadershipCache } from './leadership.cache.ts';
export { leadershipRoutes } from './leadership.routes.ts';

/** What the leadership tab of the home page shows above its posts; loaded when it is. */
export const SessionsStrip = () => import('./session/SessionsStrip.vue');
