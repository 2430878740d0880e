import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { commentAdded, commentDeleted, commentEdited, type SubjectRef } from '../conversations.events.ts';
import { conversationErrors } from '../conversations.errors.ts';
import { checkedRichText, mentionedIds, plainText } from '../rich-text/rich-text.ts';
import { withTrueMentions } from '../rich-text/mentions.ts';
import { Subjects } from '../subject/subjects.ts';
import { CommentEntity } from './comment.entity.ts';
import { CommentRevisionEntity } from './comment-revision.entity.ts';
import { canDelete, canEdit } from './comment.policy.ts';

/** Says, changes and takes back comments. */
@Injectable()
export class CommentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: Subjects,
  ) {}

  /** The same key again returns the comment that the first call made. Errors: SUBJECT_NOT_FOUND, SUBJECT_CLOSED, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG. */
  async add(viewer: Viewer, input: { key: string; subject: SubjectRef; body: unknown }): Promise<CommentEntity> {
    const key = checkedId('key', input.key);
    const written = checkedRichText('body', input.body);
    return this.transactions.run(async (tx) => {
      const subject = await this.subjects.requireCommentable(tx, viewer, input.subject);
      const body = await withTrueMentions(tx, written);
      const inserted: { id: string }[] = await tx.manager.query(
        `INSERT INTO comment (id, subject_type, subject_id, author_id, key, body, text, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, now())
         ON CONFLICT (author_id, key) DO NOTHING RETURNING id`,
        [newId(), subject.type, subject.id, viewer.personId, key, JSON.stringify(body), plainText(body)],
      );
      const comment = await tx.manager.findOneByOrFail(CommentEntity, { authorId: viewer.personId, key });
      if (inserted.length > 0) tx.emit(commentAdded({ commentId: comment.id, authorId: viewer.personId, subject, mentionedIds: mentionedIds(body) }));
      return comment;
    });
  }

  /** Keeps what it said before. Errors: COMMENT_NOT_FOUND, COMMENT_NOT_YOURS, and those of the text. */
  async edit(viewer: Viewer, id: string, newBody: unknown): Promise<CommentEntity> {
    const written = checkedRichText('body', newBody);
    return this.transactions.run(async (tx) => {
      const comment = await this.lockForViewer(tx, viewer, id);
      if (!canEdit(viewer, comment)) throw conversationErrors.commentNotYours();
      const body = await withTrueMentions(tx, written);
      const now = new Date();
      await tx.manager.insert(CommentRevisionEntity, { id: newId(), commentId: comment.id, body: comment.body, replacedAt: now });
      Object.assign(comment, { body, text: plainText(body), editedAt: now });
      await tx.manager.save(comment);
      tx.emit(commentEdited({ commentId: comment.id, authorId: comment.authorId, subject: { type: comment.subjectType, id: comment.subjectId } }));
      return comment;
    });
  }

  /** Errors: COMMENT_NOT_FOUND, COMMENT_NOT_YOURS. */
  async delete(viewer: Viewer, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const comment = await this.lockForViewer(tx, viewer, id);
      if (!canDelete(viewer, comment)) throw conversationErrors.commentNotYours();
      await tx.manager.update(CommentEntity, comment.id, { deletedAt: new Date() });
      tx.emit(commentDeleted({ commentId: comment.id, authorId: comment.authorId, subject: { type: comment.subjectType, id: comment.subjectId } }));
      return comment.id;
    });
  }

  private async lockForViewer(tx: Transaction, viewer: Viewer, id: string): Promise<CommentEntity> {
    const comment = await tx.manager
      .createQueryBuilder(CommentEntity, 'comment')
      .where('comment.id = :id', { id: checkedId('id', id) })
      .andWhere('comment.deleted_at IS NULL')
      .andWhere(this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', ':viewerId'), { viewerId: viewer.personId })
      .setLock('pessimistic_write')
      .getOne();
    if (!comment) throw conversationErrors.commentNotFound();
    return comment;
  }
}
