import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { extractOf, NotificationMutes, NotificationService, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { postEdited, postPublished } from '../feed.events.ts';
import { postVisibleTo } from '../post/post.access.ts';

interface Described {
  id: string;
  title: string | null;
  text: string;
  communityId: string | null;
  writtenById: string | null;
}

/** Whoever is mentioned in a post hears of it, be it by an edit. What is said under it, and reactions, are told by conversations. */
@Injectable()
export class PostsNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'post';

  constructor(
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly mutes: NotificationMutes,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
    this.mutes.register(
      ({ person, actor, community }) =>
        `EXISTS (SELECT 1 FROM mute WHERE mute.person_id = ${person} AND (mute.until IS NULL OR mute.until > now()) AND (mute.muted_person_id = ${actor} OR mute.community_id = ${community}))`,
    );
    this.events.on(postPublished, (post, eventId) => this.tellMentioned(post, eventId));
    this.events.on(postEdited, (post, eventId) => this.tellMentioned(post, eventId, true));
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM post about WHERE about.id = ${id} AND ${postVisibleTo('about', viewer)})`;
  }

  communityOf(id: string): string {
    return `(SELECT about.community_id FROM post about WHERE about.id = ${id})`;
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const posts: Described[] = await this.dataSource.query(
      `SELECT post.id, post.title, post.text, post.community_id AS "communityId", post.written_by_id AS "writtenById" FROM post WHERE post.id = ANY($2) AND ${postVisibleTo('post', '$1')}`,
      [viewer.personId, ids],
    );
    return new Map(posts.map(({ text, ...post }) => [post.id, { ...post, parent: null, extract: extractOf(post.title ? text.slice(post.title.length) : text) }]));
  }

  /** Whoever wrote it on behalf of its author need not hear that they mentioned themselves. */
  private tellMentioned(
    { postId, authorId, writtenById, mentionedIds }: { postId: string; authorId: string; writtenById: string | null; mentionedIds: string[] },
    eventId: string,
    once = false,
  ): Promise<void> {
    const recipientIds = mentionedIds.filter((id) => id !== writtenById);
    return this.notifications.notify({ eventId, kind: 'mention', subject: { type: this.type, id: postId }, actorId: authorId, recipientIds, once });
  }
}
