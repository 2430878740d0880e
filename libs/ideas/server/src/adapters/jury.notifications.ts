import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotificationService } from '@parvis/notifications/server';
import { EventHandlers, idFrom, Realtime } from '@parvis/platform/server';
import { jurorReminded, juryChanged } from '../ideas.events.ts';

/** Tells whoever is called to a jury, and who has ideas left to judge when its phase nears its end. */
@Injectable()
export class JuryNotifications implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationService,
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.events.on(juryChanged, async ({ campaignId, byId, calledIds, leftIds }, eventId) => {
      // Who judges blind hears nothing more of the ideas, from the pages that they have open either.
      for (const personId of [...calledIds, ...leftIds]) await this.realtime.refresh(personId);
      await this.realtime.tellWatchers({ topic: `campaign:${campaignId}`, kind: 'campaign.changed', id: campaignId, authorId: byId });
      // A juror who leaves does not call the next: the lot does.
      const actorId = leftIds.includes(byId) ? null : byId;
      await this.notifications.notify({ eventId, kind: 'jury', subject: { type: 'campaign', id: campaignId }, actorId, recipientIds: calledIds });
    });
    // One word for each end of the phase, however often its job runs.
    this.events.on(jurorReminded, ({ campaignId, jurorId, closesAt }) => {
      const eventId = idFrom(`jury ${campaignId} ${jurorId} ${closesAt}`, new Date(0));
      return this.notifications.notify({ eventId, kind: 'jury', subject: { type: 'campaign', id: campaignId }, actorId: null, recipientIds: [jurorId] });
    });
  }
}
