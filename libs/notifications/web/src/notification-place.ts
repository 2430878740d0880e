import { placeOf, placeOfComment } from '@parvis/platform/web';
import type { RouteLocationRaw } from 'vue-router';

import type { NotificationLineFragment } from './components/NotificationLine.generated.ts';

/** Where a notification leads; to the list itself when its subject went out of sight. */
export function placeOfTarget(target: NotificationLineFragment['target']): RouteLocationRaw {
  return (target && (target.type === 'comment' ? target.parent && placeOfComment(target.id, target.parent) : placeOf(target))) ?? { name: 'notifications' };
}
