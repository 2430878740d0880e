import type { CommunityTab } from '@parvis/communities/web';

export { insightsCache } from './insights.cache.ts';
export { insightsRoutes } from './insights.routes.ts';

/** Beside a community; apps/web puts it there. */
export const CommunityCrossing = () => import('./crossing/CommunityCrossing.vue');

/** The tab of those who look after a community. */
export const animatorTab: CommunityTab = {
  path: 'animation',
  name: 'community-animation',
  label: 'insights.animation.tab',
  component: () => import('./animation/AnimationPage.vue'),
  only: 'animators',
};
