import { placeOf, placeOfComment } from '@parvis/platform/web';
import type { RouteLocationRaw } from 'vue-router';

import type { NotificationLineFragment } from './components/NotificationLine.generated.ts';

/** Where a notification leads: where something of its kind is seen (`campaign.JURY`), or what it is about; to the list itself when its subject went out of sight. */
export function placeOfNotification({ kind, target }: Pick<NotificationLineFragment, 'kind' | 'target'>): RouteLocationRaw {
  return (target && (placeOf({ type: `${target.type}.${kind}`, id: target.id }) ?? placeOfSubject(target))) ?? { name: 'notifications' };
}

function placeOfSubject({ type, id, parent }: NonNullable<NotificationLineFragment['target']>): RouteLocationRaw | null | undefined {
  // Shown above what the community holds.
  if (type === 'break-glass') return parent && placeOf(parent);
  if (type !== 'comment' && type !== 'skill-endorsement') return placeOf({ type, id });
  // Somebody is recommended for a comment, which hangs on something, or for what has a page itself.
  return parent && (parent.id === id ? placeOf(parent) : placeOfComment(id, parent));
}
