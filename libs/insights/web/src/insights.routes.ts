import type { RouteRecordRaw } from 'vue-router';

export const insightsRoutes: RouteRecordRaw[] = [
  { path: '/me/exchanges', name: 'own-figures', component: () => import('./own/OwnFiguresPage.vue') },
  { path: '/week', name: 'week', component: () => import('./week/WeekPage.vue') },
];
