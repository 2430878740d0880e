import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

/** What higher domains show on the pages of insights. */
export interface InsightsParts {
  /** Below one’s own exchanges, unless one wants no figures of one’s own. */
  belowExchanges: () => Promise<Component>;
}

export const insightsRoutes = ({ belowExchanges }: InsightsParts): RouteRecordRaw[] => [
  { path: '/me/exchanges', component: () => import('./own/OwnFiguresPage.vue'), children: [{ path: '', name: 'own-figures', components: { below: belowExchanges } }] },
  { path: '/week', name: 'week', component: () => import('./week/WeekPage.vue') },
];
