import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contentVisibleTo } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { NotificationService, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { eventMoved, eventReminderDue, eventSeatFreed } from '../event/event.events.ts';
import { postDeleted } from '../feed.events.ts';

/** A deleted event, for those who were to come and could read it. */
const calledOffFor = (viewer: string): string =>
  `about.deleted_at IS NOT NULL AND ${contentVisibleTo('about.community_id', viewer)} AND EXISTS (
     SELECT 1 FROM event_reply own WHERE own.post_id = about.id AND own.person_id = ${viewer} AND own.answer <> 'declined')`;

/** Whoever comes to an event, perhaps comes or waits for a seat hears that it was moved or called off; whoever waited, of a seat; whoever asked, that it begins. */
@Injectable()
export class EventsNotifications implements NotificationSubject, OnModuleInit {
  /** The post is out of everybody’s sight: what is left to tell is its title. */
  readonly type = 'cancelled-event';

  constructor(
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
    this.events.on(eventMoved, async ({ postId, authorId }, eventId) =>
      this.notifications.notify({ eventId, kind: 'event-change', subject: { type: 'post', id: postId }, actorId: authorId, recipientIds: await this.expectedAt(postId) }),
    );
    this.events.on(postDeleted, async ({ postId, authorId }, eventId) =>
      this.notifications.notify({ eventId, kind: 'event-change', subject: { type: this.type, id: postId }, actorId: authorId, recipientIds: await this.expectedAt(postId) }),
    );
    this.events.on(eventSeatFreed, ({ postId, personId }, eventId) =>
      this.notifications.notify({ eventId, kind: 'seat', subject: { type: 'post', id: postId }, actorId: null, recipientIds: [personId] }),
    );
    this.events.on(eventReminderDue, ({ postId, personIds }, eventId) =>
      this.notifications.notify({ eventId, kind: 'reminder', subject: { type: 'post', id: postId }, actorId: null, recipientIds: personIds }),
    );
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM post about WHERE about.id = ${id} AND ${calledOffFor(viewer)})`;
  }

  communityOf(id: string): string {
    return `(SELECT about.community_id FROM post about WHERE about.id = ${id})`;
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const posts: { id: string; title: string | null; communityId: string | null; writtenById: string | null }[] = await this.dataSource.query(
      `SELECT about.id, about.title, about.community_id AS "communityId", about.written_by_id AS "writtenById" FROM post about WHERE about.id = ANY($2) AND ${calledOffFor('$1')}`,
      [viewer.personId, ids],
    );
    return new Map(posts.map((post) => [post.id, { ...post, parent: null, extract: '' }]));
  }

  /** Nobody, for what is over or is no event. A delegate who wrote it for its author changes it themselves. */
  private async expectedAt(postId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT reply.person_id AS id FROM event_reply reply JOIN event ON event.post_id = reply.post_id JOIN post ON post.id = reply.post_id
       WHERE reply.post_id = $1 AND reply.answer <> 'declined' AND event.ends_at > now() AND reply.person_id IS DISTINCT FROM post.written_by_id`,
      [postId],
    );
    return rows.map(({ id }) => id);
  }
}
