import type { RouteRecordRaw } from 'vue-router';

export const engagementRoutes: RouteRecordRaw[] = [
  { path: '/engagement', name: 'engagement', meta: { wide: true }, component: () => import('./dashboard/EngagementPage.vue') },
  { path: '/engagement/report', name: 'engagement-report', meta: { wide: true }, component: () => import('./report/EngagementReportPage.vue') },
  { path: '/about/engagement', name: 'about-engagement', component: () => import('./catalogue/AboutEngagementPage.vue') },
  { path: '/about/engagement/processing', name: 'engagement-processing', component: () => import('./processing/ProcessingPage.vue') },
];
