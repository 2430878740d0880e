import { type CacheRules, forgetField } from '@parvis/platform/web';

export const notificationsCache: CacheRules = {
  // A community and its requests to join have the same id: targets are no entities.
  embedded: [
    'NotificationConnection', 'NotificationEdge', 'NotificationTarget', 'NotificationParent', 'NotificationCatchUp', 'NotificationSettings', 'MarkNotificationsReadPayload',
  ],
  connections: { Query: ['notifications'] },
  mutations: {
    changeNotificationSettings: (_result, _args, cache) => forgetField(cache, 'Query', 'notificationSettings'),
  },
};
