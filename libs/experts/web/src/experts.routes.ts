import type { RouteRecordRaw } from 'vue-router';

export const expertsRoutes: RouteRecordRaw[] = [
  { path: '/experts', name: 'experts', component: () => import('./finding/ExpertsPage.vue') },
];
