export { engagementCache } from './engagement.cache.ts';
export { engagementRoutes } from './engagement.routes.ts';

/** What the home page shows above its posts to whoever is asked; loaded when it is. */
export const PulseCard = () => import('./pulse/PulseCard.vue');
