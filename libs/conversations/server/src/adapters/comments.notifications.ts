import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { extractOf, NotificationService, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { CommentQuery } from '../comment/comment.query.ts';
import { commentAdded, reactionSet } from '../conversations.events.ts';
import { Subjects } from '../subject/subjects.ts';

/** Whoever is mentioned in a comment hears of it, and its author of reactions to it. Who answers to what is told by the domain of the subject. */
@Injectable()
export class CommentsNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'comment';

  constructor(
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly subjects: Subjects,
    private readonly comments: CommentQuery,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
    this.events.on(commentAdded, ({ commentId, authorId, mentionedIds }, eventId) =>
      this.notifications.notify({ eventId, kind: 'mention', subject: { type: this.type, id: commentId }, actorId: authorId, recipientIds: mentionedIds }),
    );
    this.events.on(reactionSet, async ({ personId, subject, kind }, eventId) => {
      if (subject.type !== this.type) return;
      if (!kind) return this.notifications.retract({ kind: 'reaction', subject, actorId: personId });
      const authors: { id: string }[] = await this.dataSource.query('SELECT author_id AS id FROM comment WHERE id = $1', [subject.id]);
      await this.notifications.notify({ eventId, kind: 'reaction', subject, actorId: personId, recipientIds: authors.map(({ id }) => id), once: true });
    });
  }

  visibleTo(id: string, viewer: string): string {
    return this.said(id, this.subjects.visibleTo('said.subject_type', 'said.subject_id', viewer));
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

  private said(id: string, rule: string): string {
    return `EXISTS (SELECT 1 FROM comment said WHERE said.id = ${id} AND said.deleted_at IS NULL AND ${rule})`;
  }
}
