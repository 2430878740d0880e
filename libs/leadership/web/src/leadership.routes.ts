import type { RouteRecordRaw } from 'vue-router';

export const leadershipRoutes: RouteRecordRaw[] = [
  { path: '/leadership/two-minutes', name: 'two-minutes', component: () => import('./pages/TwoMinutesPage.vue') },
  { path: '/leadership/sessions', name: 'ama-sessions', component: () => import('./pages/SessionsPage.vue') },
  { path: '/leadership/sessions/past', name: 'past-ama-sessions', component: () => import('./pages/SessionsPage.vue'), props: { past: true } },
  { path: '/leadership/sessions/new', name: 'new-ama-session', component: () => import('./pages/NewSessionPage.vue') },
  { path: '/leadership/sessions/:id', name: 'ama-session', props: true, component: () => import('./pages/SessionPage.vue') },
  { path: '/leadership/sessions/:id/edit', name: 'edit-ama-session', props: true, component: () => import('./pages/EditSessionPage.vue') },
  { path: '/leadership/questions/:id', name: 'ama-question', props: true, component: () => import('./pages/QuestionPage.vue') },
];
