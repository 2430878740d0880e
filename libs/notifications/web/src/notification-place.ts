import type { RouteLocationRaw } from 'vue-router';

import type { NotificationLineFragment } from './components/NotificationLine.generated.ts';

/** Where a notification leads. Places go by name, as everywhere: higher domains are not known here. */
export function placeOf(target: NotificationLineFragment['target']): RouteLocationRaw {
  if (!target) return { name: 'notifications' };
  const { type, id, parent } = target;
  switch (type) {
    case 'post':
      return { name: 'post', params: { id } };
    case 'comment':
      return parent?.type === 'post' ? { name: 'post', params: { id: parent.id }, hash: `#comment-${id}` } : { name: 'notifications' };
    case 'community':
      return { name: 'community', params: { id } };
    case 'join-requests':
      return { name: 'community-requests', params: { id } };
    default:
      return { name: 'notifications' };
  }
}
