import { showAt } from '@parvis/platform/web';

export { communitiesTab } from './administration/communities.tab.ts';
export { communitiesCache } from './communities.cache.ts';
export { communitiesRoutes, type CommunityParts, type CommunityTab } from './communities.routes.ts';
export { default as BannerDrawing } from './components/BannerDrawing.vue';
export { default as BannerPicker } from './settings/BannerPicker.vue';
export { default as CommunityPicker } from './components/CommunityPicker.vue';
export { default as MyCommunities } from './components/MyCommunities.vue';
export { default as PlainText } from './components/PlainText.vue';
export { default as VisibilityMark } from './components/VisibilityMark.vue';
/** Beside a profile; apps/web puts it there. */
export const PersonCommunities = () => import('./components/PersonCommunities.vue');

showAt('break-glass-request', () => ({ name: 'break-glass' }));
