import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { IdentityModule } from '@parvis/identity/server';
import { PeopleModule } from '@parvis/people/server';
import { BreakGlassNotifications } from './adapters/break-glass.notifications.ts';
import { CommunitiesNotifications } from './adapters/communities.notifications.ts';
import { CommunitySettingsMove } from './adapters/communities.settings-move.ts';
import { EndorsementsNotifications } from './adapters/endorsements.notifications.ts';
import { NotificationsRealtime } from './adapters/notifications.realtime.ts';
import { PeopleMergeNotifications } from './adapters/people-merge.notifications.ts';
import { NotificationLetters } from './letter/notification-letters.ts';
import { NotificationReading } from './notification/notification-reading.service.ts';
import { NotificationSweep } from './notification/notification-sweep.ts';
import { NotificationQuery } from './notification/notification.query.ts';
import { NotificationResolver, NotificationTargetResolver } from './notification/notification.resolver.ts';
import { NotificationService } from './notification/notification.service.ts';
import { CommunityNotificationsResolver, NotificationSettingsResolver } from './settings/notification-settings.resolver.ts';
import { NotificationSettingsService } from './settings/notification-settings.service.ts';
import { RecipientQuery } from './settings/recipient.query.ts';
import { NotificationMutes } from './subject/notification-mutes.ts';
import { LegaciesNotifications } from './adapters/legacies.notifications.ts';
import { NotificationSubjects } from './subject/notification-subjects.ts';

@Module({
  imports: [IdentityModule, PeopleModule, CommunitiesModule],
  providers: [
    NotificationSubjects,
    NotificationMutes,
    NotificationLetters,
    NotificationService,
    NotificationReading,
    NotificationQuery,
    NotificationSweep,
    NotificationResolver,
    NotificationTargetResolver,
    RecipientQuery,
    NotificationSettingsService,
    NotificationSettingsResolver,
    CommunityNotificationsResolver,
    NotificationsRealtime,
    BreakGlassNotifications,
    CommunitiesNotifications,
    CommunitySettingsMove,
    EndorsementsNotifications,
    PeopleMergeNotifications,
    LegaciesNotifications,
  ],
  exports: [NotificationLetters, NotificationService, NotificationSubjects, NotificationMutes],
})
export class NotificationsModule {}
