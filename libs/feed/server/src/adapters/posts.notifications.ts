import { Injectable, type OnModuleInit } from '@nestjs/common';
import { commentAdded, reactionSet, ThreadQuery } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { extractOf, NotificationMutes, NotificationService, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { eventReminderDue } from '../event/event.events.ts';
import { postPublished } from '../feed.events.ts';
import { postVisibleTo } from '../post/post.access.ts';

/** Whoever is mentioned in a post hears of it; its author, of comments and reactions; whoever follows the thread, of comments; whoever asked, of what begins. */
@Injectable()
export class PostsNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'post';

  constructor(
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly mutes: NotificationMutes,
    private readonly events: EventHandlers,
    private readonly threads: ThreadQuery,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
    this.mutes.register(
      ({ person, actor, community }) =>
        `EXISTS (SELECT 1 FROM mute WHERE mute.person_id = ${person} AND (mute.until IS NULL OR mute.until > now()) AND (mute.muted_person_id = ${actor} OR mute.community_id = ${community}))`,
    );
    this.events.on(postPublished, ({ postId, authorId, mentionedIds }, eventId) =>
      this.notifications.notify({ eventId, kind: 'mention', subject: { type: this.type, id: postId }, actorId: authorId, recipientIds: mentionedIds }),
    );
    this.events.on(reactionSet, async ({ personId, subject, kind }, eventId) => {
      if (subject.type !== this.type) return;
      if (!kind) return this.notifications.retract({ kind: 'reaction', subject, actorId: personId });
      await this.notifications.notify({ eventId, kind: 'reaction', subject, actorId: personId, recipientIds: await this.authorOf(subject.id), once: true });
    });
    this.events.on(commentAdded, async ({ authorId, subject, mentionedIds }, eventId) => {
      if (subject.type !== this.type) return;
      // Whoever is mentioned hears of it as that, and only once; whoever muted the thread does not follow it.
      const following = (await this.threads.followersOf(subject)).filter((id) => !mentionedIds.includes(id));
      const [author] = await this.authorOf(subject.id);
      const told = { eventId, subject, actorId: authorId };
      await this.notifications.notify({ ...told, kind: 'answer', recipientIds: following.filter((id) => id === author) });
      await this.notifications.notify({ ...told, kind: 'reply', recipientIds: following.filter((id) => id !== author) });
    });
    this.events.on(eventReminderDue, ({ postId, personIds }, eventId) =>
      this.notifications.notify({ eventId, kind: 'reminder', subject: { type: this.type, id: postId }, actorId: null, recipientIds: personIds }),
    );
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM post about WHERE about.id = ${id} AND ${postVisibleTo('about', viewer)})`;
  }

  communityOf(id: string): string {
    return `(SELECT about.community_id FROM post about WHERE about.id = ${id})`;
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const posts: { id: string; title: string | null; text: string; communityId: string | null }[] = await this.dataSource.query(
      `SELECT post.id, post.title, post.text, post.community_id AS "communityId" FROM post WHERE post.id = ANY($2) AND ${postVisibleTo('post', '$1')}`,
      [viewer.personId, ids],
    );
    return new Map(posts.map(({ id, title, text, communityId }) => [id, { id, parent: null, title, extract: extractOf(title ? text.slice(title.length) : text), communityId }]));
  }

  private async authorOf(postId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query('SELECT author_id AS id FROM post WHERE id = $1', [postId]);
    return rows.map(({ id }) => id);
  }
}
