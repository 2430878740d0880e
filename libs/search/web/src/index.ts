import type { CommunityTab } from '@parvis/communities/web';

export { default as SearchBox } from './components/SearchBox.vue';
export { default as MarkedText } from './components/MarkedText.vue';
export { type HitKind, pagePlace, showHitsOf } from './hit-kinds.ts';
export { offerInSearch } from './further-offers.ts';
export { searchCache } from './search.cache.ts';
export { searchRoutes } from './search.routes.ts';

/** The images and files of a community. */
export const filesTab: CommunityTab = { path: 'files', name: 'community-files', label: 'search.files.tab', component: () => import('./file/CommunityFiles.vue') };
