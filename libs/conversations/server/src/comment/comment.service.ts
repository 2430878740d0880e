import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { CommentMedia } from '../adapters/comment.media.ts';
import { commentAdded, commentDeleted, commentEdited, type SubjectRef } from '../conversations.events.ts';
import { conversationErrors } from '../conversations.errors.ts';
import { addedMentions, checkedRichText, mentionedIds, plainText, type RichTextDocument } from '../rich-text/rich-text.ts';
import { withTrueMentions } from '../rich-text/mentions.ts';
import { DraftService } from '../draft/draft.service.ts';
import { Subjects } from '../subject/subjects.ts';
import { ThreadService } from '../thread/thread.service.ts';
import { CommentEntity } from './comment.entity.ts';
import { CommentRevisionEntity } from './comment-revision.entity.ts';
import { mayChange } from './comment.policy.ts';
import { CommentQuery } from './comment.query.ts';

/** Text, files, or both. */
interface Said {
  body?: unknown;
  attachmentIds?: string[] | null;
}

interface NewComment extends Said {
  key: string;
  subject: SubjectRef;
  parentId?: string | null;
  quotedCommentId?: string | null;
  asksAuthors?: boolean;
}

interface CommentChange extends Said {
  id: string;
}

const noText: RichTextDocument = { type: 'doc' };

/** Says, changes and takes back comments. */
@Injectable()
export class CommentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: Subjects,
    private readonly query: CommentQuery,
    private readonly threads: ThreadService,
    private readonly media: CommentMedia,
    private readonly drafts: DraftService,
  ) {}

  /**
   * The same key again returns the comment that the first call made. A reply to a reply stands beside it, under the same comment.
   * Errors: SUBJECT_NOT_FOUND, SUBJECT_CLOSED, COMMENT_NOT_FOUND, QUESTION_NOT_HERE, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG, and those of the files.
   */
  async add(viewer: Viewer, input: NewComment): Promise<CommentEntity> {
    const key = checkedId('key', input.key);
    const written = checkedBody(input);
    const asksAuthors = input.asksAuthors ?? false;
    if (asksAuthors && input.parentId) throw conversationErrors.questionNotHere();
    return this.transactions.run(async (tx) => {
      const subject = await this.subjects.requireCommentable(tx, viewer, input.subject);
      const parent = await this.sibling(tx, subject, 'parentId', input.parentId);
      const quoted = await this.sibling(tx, subject, 'quotedCommentId', input.quotedCommentId);
      const body = await withTrueMentions(tx, written);
      await this.drafts.published(tx, viewer, key);
      const inserted: { id: string }[] = await tx.manager.query(
        `INSERT INTO comment (id, subject_type, subject_id, parent_id, quoted_comment_id, author_id, key, body, text, asks_authors, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now()) ON CONFLICT (author_id, key) DO NOTHING RETURNING id`,
        [newId(), subject.type, subject.id, parent && (parent.parentId ?? parent.id), quoted?.id ?? null, viewer.personId, key, JSON.stringify(body), plainText(body), asksAuthors],
      );
      const comment = await tx.manager.findOneByOrFail(CommentEntity, { authorId: viewer.personId, key });
      if (inserted.length === 0) return comment;
      if (asksAuthors) await this.subjects.requireAskable(tx, viewer, subject);
      await this.media.write(tx, viewer, comment.id, input.attachmentIds);
      const mentioned = mentionedIds(body);
      await this.threads.followAsMentioned(tx, subject, mentioned);
      tx.emit(commentAdded({ commentId: comment.id, parentId: comment.parentId, authorId: viewer.personId, subject, mentionedIds: mentioned, asksAuthors }));
      return comment;
    });
  }

  /** Keeps what it said before. Errors: COMMENT_NOT_FOUND, COMMENT_NOT_YOURS, SUBJECT_CLOSED, and those of the text and the files. */
  async edit(viewer: Viewer, { id, ...change }: CommentChange): Promise<CommentEntity> {
    const written = checkedBody(change);
    return this.transactions.run(async (tx) => {
      const comment = await this.query.lock(tx, viewer, id);
      if (!mayChange(viewer, comment)) throw conversationErrors.commentNotYours();
      const subject = await this.subjects.requireCommentable(tx, viewer, { type: comment.subjectType, id: comment.subjectId });
      const body = await withTrueMentions(tx, written);
      const now = new Date();
      await tx.manager.insert(CommentRevisionEntity, { id: newId(), commentId: comment.id, body: comment.body, replacedAt: now });
      const mentioned = addedMentions(comment.body, body);
      Object.assign(comment, { body, text: plainText(body), editedAt: now });
      await tx.manager.save(comment);
      await this.media.write(tx, viewer, comment.id, change.attachmentIds);
      await this.threads.followAsMentioned(tx, subject, mentioned);
      tx.emit(commentEdited({ commentId: comment.id, authorId: comment.authorId, subject, mentionedIds: mentioned }));
      return comment;
    });
  }

  /** An accepted answer that is taken back is accepted no more. Errors: COMMENT_NOT_FOUND, COMMENT_NOT_YOURS. */
  async delete(viewer: Viewer, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const comment = await this.query.lock(tx, viewer, id);
      if (!mayChange(viewer, comment)) throw conversationErrors.commentNotYours();
      await tx.manager.update(CommentEntity, comment.id, { deletedAt: new Date(), isAccepted: false });
      await this.media.discard(tx, comment.id);
      tx.emit(commentDeleted({ commentId: comment.id, authorId: comment.authorId, subject: { type: comment.subjectType, id: comment.subjectId } }));
      return comment.id;
    });
  }

  /** Another comment under the same subject, which the viewer therefore sees. Errors: ID_INVALID, COMMENT_NOT_FOUND. */
  private async sibling(tx: Transaction, subject: SubjectRef, field: string, id: string | null | undefined): Promise<{ id: string; parentId: string | null } | null> {
    if (!id) return null;
    const found = await tx.manager
      .createQueryBuilder(CommentEntity, 'comment')
      .where('comment.id = :id AND comment.subject_id = :subjectId AND comment.deleted_at IS NULL', { id: checkedId(field, id), subjectId: subject.id })
      .getOne();
    if (!found) throw conversationErrors.commentNotFound(field);
    return found;
  }
}

/** A picture says enough without a text. */
function checkedBody({ body, attachmentIds }: Said): RichTextDocument {
  const isBlank = body === null || body === undefined;
  return isBlank && attachmentIds?.length ? noText : checkedRichText('body', body ?? noText);
}
