import { Injectable, type OnModuleInit } from '@nestjs/common';
import { plainText, type RichTextDocument } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { extractOf, NotificationService, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { scheduledPostFailed } from '../feed.events.ts';
import { restored, type StoredInput } from '../schedule/stored-input.ts';

const failedOf = (scheduled: string, viewer: string): string => `${scheduled}.author_id = ${viewer} AND ${scheduled}.failed_code IS NOT NULL`;

/** Whoever scheduled a post hears that it could not be published, until they have put it off, published it or taken it back. */
@Injectable()
export class ScheduledPostsNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'scheduled-post';

  constructor(
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
    this.events.on(scheduledPostFailed, ({ scheduledPostId, authorId }, eventId) =>
      this.notifications.notify({ eventId, kind: 'schedule-failure', subject: { type: this.type, id: scheduledPostId }, actorId: null, recipientIds: [authorId] }),
    );
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM scheduled_post about WHERE about.id = ${id} AND ${failedOf('about', viewer)})`;
  }

  /** None: it is their own, and not there yet. */
  communityOf(): string {
    return 'NULL::uuid';
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const rows: { id: string; input: StoredInput; communityId: string | null }[] = await this.dataSource.query(
      `SELECT about.id, about.input, about.community_id AS "communityId" FROM scheduled_post about WHERE about.id = ANY($2) AND ${failedOf('about', '$1')}`,
      [viewer.personId, ids],
    );
    return new Map(
      rows.map(({ id, input, communityId }) => {
        const { title, body } = restored(input);
        return [id, { id, parent: null, title: title ?? null, extract: body ? extractOf(plainText(body as RichTextDocument)) : '', communityId }];
      }),
    );
  }
}
