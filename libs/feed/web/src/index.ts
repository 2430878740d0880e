export { feedCache } from './feed.cache.ts';
export { feedRoutes } from './feed.routes.ts';

/** What a person's profile shows, and a community's page; loaded when it is. */
export const PersonPosts = () => import('./list/PersonPosts.vue');
export const CommunityPosts = () => import('./list/CommunityPosts.vue');
