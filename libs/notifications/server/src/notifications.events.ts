import { eventType } from '@parvis/platform/server';

/** The notifications of these people have changed: new ones, more in a group, read ones. */
export const notificationsChanged = eventType<{ personIds: string[] }>('notifications.changed');
