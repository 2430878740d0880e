import type { RouteRecordRaw } from 'vue-router';

export const expertsRoutes: RouteRecordRaw[] = [
  { path: '/experts', name: 'experts', component: () => import('./finding/ExpertsPage.vue') },
  { path: '/experts/requests', name: 'expert-requests', component: () => import('./request/ExpertRequestsPage.vue') },
  { path: '/experts/handover', name: 'expert-handovers', component: () => import('./handover/HandoverPage.vue') },
  { path: '/settings/experts', name: 'expert-preferences', component: () => import('./preference/ExpertPreferencesPage.vue') },
  { path: '/about/experts', name: 'about-experts', component: () => import('./about/AboutExpertsPage.vue') },
];
