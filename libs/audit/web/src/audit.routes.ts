import type { RouteRecordRaw } from 'vue-router';

export const auditRoutes: RouteRecordRaw[] = [
  { path: '/audit/engagement', name: 'audit-engagement', component: () => import('./page/EngagementReadersPage.vue') },
  { path: '/audit', name: 'audit-log', component: () => import('./log/AuditLogPage.vue') },
];
