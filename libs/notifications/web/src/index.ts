export { default as NotificationBell } from './components/NotificationBell.vue';
export { notificationsCache } from './notifications.cache.ts';
export { notificationsRoutes } from './notifications.routes.ts';
