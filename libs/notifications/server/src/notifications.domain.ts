import type { Domain } from '@parvis/platform/server';
import { Notifications1764101100000 } from './migrations/1764101100000-notifications.migration.ts';
import { NotificationLetters1764175100000 } from './migrations/1764175100000-letters.migration.ts';
import { WorkingTimeMoves1764130110000 } from './migrations/1764130110000-working-time-moves.migration.ts';
import { NotificationEventEntity } from './notification/notification-event.entity.ts';
import { NotificationSequenceEntity } from './notification/notification-sequence.entity.ts';
import { NotificationEntity } from './notification/notification.entity.ts';
import { NotificationsModule } from './notifications.module.ts';
import { NotificationCommunityEntity } from './settings/notification-community.entity.ts';
import { NotificationLanguageEntity } from './settings/notification-language.entity.ts';
import { NotificationSettingsEntity } from './settings/notification-settings.entity.ts';

export const notificationsDomain: Domain = {
  name: 'notifications',
  module: NotificationsModule,
  entities: [NotificationEntity, NotificationSequenceEntity, NotificationEventEntity, NotificationSettingsEntity, NotificationLanguageEntity, NotificationCommunityEntity],
  migrations: [Notifications1764101100000, WorkingTimeMoves1764130110000, NotificationLetters1764175100000],
};
