import type { RouteRecordRaw } from 'vue-router';

const list = () => import('./pages/NotificationsPage.vue');

export const notificationsRoutes: RouteRecordRaw[] = [
  { path: '/notifications', name: 'notifications', component: list },
  { path: '/notifications/unread', name: 'unread-notifications', component: list, props: { unreadOnly: true } },
  { path: '/settings/notifications', name: 'notification-settings', component: () => import('./pages/NotificationSettingsPage.vue') },
];
