import type { RouteRecordRaw } from 'vue-router';

export const conversationsRoutes: RouteRecordRaw[] = [{ path: '/drafts', name: 'drafts', component: () => import('./draft/list/DraftsPage.vue') }];
