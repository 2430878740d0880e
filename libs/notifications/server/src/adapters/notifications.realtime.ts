import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers, Jobs, Realtime } from '@parvis/platform/server';
import { hoursOpened } from '../notification/notification.service.ts';
import { NotificationQuery } from '../notification/notification.query.ts';
import { notificationsChanged } from '../notifications.events.ts';

const personRoom = (personId: string): string => `person/${personId}`;

/** Tells a person's own sockets, in all their tabs, how many are unread and how far the sequence is; when quiet hours end, too. */
@Injectable()
export class NotificationsRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
    private readonly jobs: Jobs,
    private readonly query: NotificationQuery,
  ) {}

  onModuleInit(): void {
    this.realtime.roomsOf(async (personId) => [personRoom(personId)]);
    this.events.on(notificationsChanged, async ({ personIds }) => {
      for (const personId of personIds) await this.tell(personId);
    });
    this.jobs.on(hoursOpened, ({ personId }) => this.tell(personId));
  }

  private async tell(personId: string): Promise<void> {
    const [count, seq] = [await this.query.unreadCount(personId), await this.query.lastSeq(personId)];
    await this.realtime.tell([personRoom(personId)], { topic: 'notifications', kind: 'notifications.changed', id: personId, authorId: personId, count, seq });
  }
}
