import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { extractOf, NotificationService, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { CommentQuery } from '../comment/comment.query.ts';
import { commentAccepted, commentAdded, commentEdited } from '../conversations.events.ts';
import { Subjects } from '../subject/subjects.ts';
import { ThreadQuery } from '../thread/thread.query.ts';

/** Whoever is mentioned in a comment hears of it, be it by an edit; who makes a subject, of a question to them; whoever gave an answer, that it was the one that helped. */
@Injectable()
export class CommentsNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'comment';

  constructor(
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly subjects: Subjects,
    private readonly comments: CommentQuery,
    private readonly threads: ThreadQuery,
    private readonly events: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
    this.events.on(commentAdded, ({ commentId, authorId, mentionedIds }, eventId) =>
      this.notifications.notify({ eventId, kind: 'mention', subject: this.named(commentId), actorId: authorId, recipientIds: mentionedIds }),
    );
    this.events.on(commentAdded, async ({ commentId, authorId, subject, mentionedIds, asksAuthors }, eventId) => {
      if (!asksAuthors) return;
      const asked = (await this.subjects.makersOf(subject)).filter((id) => !mentionedIds.includes(id));
      await this.notifications.notify({ eventId, kind: 'author-question', subject: this.named(commentId), actorId: authorId, recipientIds: asked });
    });
    this.events.on(commentEdited, ({ commentId, authorId, mentionedIds }, eventId) =>
      this.notifications.notify({ eventId, kind: 'mention', subject: this.named(commentId), actorId: authorId, recipientIds: mentionedIds, once: true }),
    );
    this.events.on(commentAccepted, async ({ commentId, authorId, acceptedById, accepted, subject }, eventId) => {
      const about = { kind: 'accepted-answer', subject: this.named(commentId) } as const;
      if (!accepted) return this.notifications.withdraw(about);
      // Whoever answered follows, unless they muted the thread.
      const following = await this.threads.followersOf(subject);
      await this.notifications.notify({ eventId, ...about, actorId: acceptedById, recipientIds: following.filter((id) => id === authorId), once: true });
    });
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM comment said WHERE said.id = ${id} AND said.deleted_at IS NULL AND ${this.subjects.visibleTo('said.subject_type', 'said.subject_id', viewer)})`;
  }

  communityOf(id: string): string {
    return `(SELECT ${this.targets.communityOf('said.subject_type', 'said.subject_id', this.type)} FROM comment said WHERE said.id = ${id})`;
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const comments = await this.comments
      .visibleTo(viewer)
      .andWhere('comment.id = ANY(:ids)', { ids })
      .select('comment.id', 'id')
      .addSelect('comment.subject_type', 'subjectType')
      .addSelect('comment.subject_id', 'subjectId')
      .addSelect('comment.text', 'text')
      .addSelect(this.targets.communityOf('comment.subject_type', 'comment.subject_id', this.type), 'communityId')
      .getRawMany<{ id: string; subjectType: string; subjectId: string; text: string; communityId: string | null }>();
    return new Map(
      comments.map(({ id, subjectType, subjectId, text, communityId }) => [
        id,
        { id, parent: { type: subjectType, id: subjectId }, title: null, extract: extractOf(text), communityId },
      ]),
    );
  }

  private named(id: string): { type: string; id: string } {
    return { type: this.type, id };
  }
}
