import type { RouteRecordRaw } from 'vue-router';

export const feedRoutes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./pages/HomePage.vue') },
  { path: '/leadership', name: 'leadership', component: () => import('./pages/LeadershipPage.vue') },
  { path: '/questions', name: 'questions', component: () => import('./pages/QuestionsPage.vue') },
  { path: '/posts/:id', name: 'post', props: true, component: () => import('./pages/PostPage.vue') },
  { path: '/tags/:tag', name: 'tag', props: true, component: () => import('./pages/TagPage.vue') },
];
