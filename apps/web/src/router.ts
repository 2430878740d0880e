import { auditRoutes } from '@parvis/audit/web';
import { communitiesRoutes, communitiesTab, PersonCommunities } from '@parvis/communities/web';
import { conversationsRoutes } from '@parvis/conversations/web';
import { engagementRoutes, OwnExample, PulseCard } from '@parvis/engagement/web';
import { AboveQuestion, expertsRoutes } from '@parvis/experts/web';
import { CommunityPosts, communityTabs, feedRoutes, personTabs } from '@parvis/feed/web';
import { administrationRoutes, legacyRoutes } from '@parvis/identity/web';
import { charterTab, lookTab } from '@parvis/house/web';
import { ideasRoutes, personIdeasTab } from '@parvis/ideas/web';
import { animatorTab, CommunityCrossing, insightsRoutes } from '@parvis/insights/web';
import { leadershipRoutes, SessionsStrip } from '@parvis/leadership/web';
import { notificationsRoutes } from '@parvis/notifications/web';
import { healthTab, jobsTab, mailTab, retentionTab } from '@parvis/operations/web';
import { peopleRoutes } from '@parvis/people/web';
import { notify } from '@parvis/platform/ui';
import { addressOf, i18n, subPath } from '@parvis/platform/web';
import { provisioningTab, SignInCommunities } from '@parvis/provisioning/web';
import { filesTab, searchRoutes } from '@parvis/search/web';
import { personWikiTab, wikiRoutes, wikiTab } from '@parvis/wiki/web';
import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';

import { focusHeading } from './focus-heading.ts';
import { isMissingCode } from './missing-code.ts';

const routes: RouteRecordRaw[] = [
  ...feedRoutes({ aboveHome: PulseCard, aboveLeadership: SessionsStrip, aboveQuestion: AboveQuestion }),
  ...leadershipRoutes,
  ...wikiRoutes,
  ...ideasRoutes,
  ...communitiesRoutes({ posts: CommunityPosts, tabs: [...communityTabs, wikiTab, filesTab, animatorTab], beside: [CommunityCrossing] }),
  ...peopleRoutes({ tabs: [...personTabs, personWikiTab, personIdeasTab], context: PersonCommunities }),
  ...conversationsRoutes,
  ...notificationsRoutes,
  ...legacyRoutes,
  ...searchRoutes,
  ...expertsRoutes,
  ...insightsRoutes({ belowExchanges: OwnExample }),
  ...engagementRoutes,
  ...auditRoutes,
  ...administrationRoutes([lookTab, charterTab, provisioningTab, communitiesTab, mailTab, retentionTab, jobsTab, healthTab], { ofProvider: [SignInCommunities] }),
  { path: '/:path(.*)*', name: 'not-found', component: () => import('./pages/NotFoundPage.vue') },
];

export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(subPath),
    routes,
    scrollBehavior: (to, from, saved) => {
      if (saved) return saved;
      if (to.hash) return { el: to.hash };
      // Another tab of the same thing, another word in the search: the eye stays where it is.
      if (to.matched[0] === from.matched[0] && to.params['id'] === from.params['id']) return undefined;
      return { top: 0 };
    },
  });

  router.afterEach((to, from, failure) => {
    // The first page is announced by the browser itself; a filter in the address is no new page.
    sessionStorage.removeItem(reloadKey);
    if (!failure && from.matched.length > 0 && to.path !== from.path) focusHeading();
  });
  router.onError(reloadWhenReplaced);
  return router;
}

const reloadKey = 'parvis.reloadedFor';

/** A page's code that cannot be fetched any more: the application was replaced by a newer one since it was opened. */
function reloadWhenReplaced(error: unknown, to: { fullPath: string }): void {
  if (!isMissingCode(error)) throw error;
  // Once only: code that is missing from the newest version too would reload for ever.
  const reloadedFor = sessionStorage.getItem(reloadKey);
  if (navigator.onLine && reloadedFor !== to.fullPath) {
    sessionStorage.setItem(reloadKey, to.fullPath);
    window.location.assign(addressOf(to.fullPath));
  } else notify(i18n.global.t('errors.NETWORK'), 'danger');
}
