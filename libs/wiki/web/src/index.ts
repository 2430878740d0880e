import type { CommunityTab } from '@parvis/communities/web';

export { wikiCache } from './wiki.cache.ts';
export { wikiRoutes } from './wiki.routes.ts';

/** What a community keeps of what it has learnt. */
export const wikiTab: CommunityTab = { path: 'wiki', name: 'community-wiki', label: 'wiki.tab', component: () => import('./contents/WikiContents.vue') };
