import { showAt } from '@parvis/platform/web';

export { default as NotificationBell } from './components/NotificationBell.vue';
export { notificationsCache } from './notifications.cache.ts';
export { notificationsRoutes } from './notifications.routes.ts';

for (const type of ['community', 'invitation']) showAt(type, (id) => ({ name: 'community', params: { id } }));
showAt('join-requests', (id) => ({ name: 'community-requests', params: { id } }));
