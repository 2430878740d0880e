import type { CommunityTab } from '@parvis/communities/web';
import { showAt } from '@parvis/platform/web';
import { defineAsyncComponent } from 'vue';

export { insightsCache } from './insights.cache.ts';
export { insightsRoutes } from './insights.routes.ts';

/** Beside a community; apps/web puts it there. */
export const CommunityCrossing = () => import('./crossing/CommunityCrossing.vue');

/** In the menu of the account; loaded when it is opened. */
export const WeekMenuItem = defineAsyncComponent(() => import('./week/WeekMenuItem.vue'));

// They are told of each Monday, of the week before.
showAt('team-week', () => ({ name: 'week', query: { week: 'last' } }));
showAt('community-week', (of) => ({ name: 'week', query: { of, week: 'last' } }));

/** The tab of those who look after a community. */
export const animatorTab: CommunityTab = {
  path: 'animation',
  name: 'community-animation',
  label: 'insights.animation.tab',
  component: () => import('./animation/AnimationPage.vue'),
  only: 'animators',
};
