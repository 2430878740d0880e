import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, Transactions, type Transaction } from '@parvis/platform/server';
import type { CommentEntity } from '../comment/comment.entity.ts';
import { CommentQuery } from '../comment/comment.query.ts';
import { commentAccepted, commentVoted } from '../conversations.events.ts';
import { conversationErrors } from '../conversations.errors.ts';
import { AnswerQuery } from './answer.query.ts';

/** Votes on answers, and the one that is accepted. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly transactions: Transactions,
    private readonly comments: CommentQuery,
    private readonly answers: AnswerQuery,
  ) {}

  /** Says that an answer is useful, or takes it back. Errors: ID_INVALID, COMMENT_NOT_FOUND, COMMENT_NOT_AN_ANSWER, ANSWER_YOURS, SUBJECT_CLOSED. */
  async vote(viewer: Viewer, commentId: string, voted: boolean): Promise<CommentEntity> {
    return this.transactions.run(async (tx) => {
      const answer = await this.comments.lock(tx, viewer, commentId);
      const { isAnswer, viewerCanVote } = await this.answers.standingNow(tx.manager, viewer, answer.id);
      if (!isAnswer) throw conversationErrors.notAnAnswer();
      if (answer.authorId === viewer.personId) throw conversationErrors.answerYours();
      if (!viewerCanVote) throw conversationErrors.subjectClosed();
      const own = [answer.id, viewer.personId];
      if (voted) await tx.manager.query('INSERT INTO comment_vote (comment_id, person_id, created_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING', own);
      else await tx.manager.query('DELETE FROM comment_vote WHERE comment_id = $1 AND person_id = $2', own);
      // Counted anew rather than one more: a retry must not count twice.
      await tx.manager.query('UPDATE comment SET vote_count = (SELECT count(*) FROM comment_vote WHERE comment_id = $1) WHERE id = $1', [answer.id]);
      tx.emit(commentVoted({ commentId: answer.id, authorId: answer.authorId, voterId: viewer.personId, voted, subject: { type: answer.subjectType, id: answer.subjectId } }));
      return this.comments.required(tx, answer.id);
    });
  }

  /**
   * Takes an answer as the one that helped, in the place of another, or takes that back.
   * Errors: ID_INVALID, COMMENT_NOT_FOUND, COMMENT_NOT_AN_ANSWER, ANSWER_NOT_YOURS_TO_ACCEPT.
   */
  async accept(viewer: Viewer, id: string, accepted: boolean): Promise<CommentEntity> {
    const commentId = checkedId('id', id);
    return this.transactions.run(async (tx) => {
      // One at a time for each subject, before any row is locked: two answers accepted at once would wait for each other, or both stand.
      await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended(subject_id::text, 17)) FROM comment WHERE id = $1`, [commentId]);
      const answer = await this.comments.lock(tx, viewer, commentId);
      const { isAnswer, viewerCanAccept } = await this.answers.standingNow(tx.manager, viewer, answer.id);
      if (!isAnswer) throw conversationErrors.notAnAnswer();
      if (!viewerCanAccept) throw conversationErrors.answerNotYoursToAccept();
      if (answer.isAccepted === accepted) return answer;
      const told = { acceptedById: viewer.personId, subject: { type: answer.subjectType, id: answer.subjectId } };
      for (const { id: former, authorId } of accepted ? await displaced(tx, answer) : []) tx.emit(commentAccepted({ ...told, commentId: former, authorId, accepted: false }));
      await tx.manager.query('UPDATE comment SET is_accepted = $2 WHERE id = $1', [answer.id, accepted]);
      tx.emit(commentAccepted({ ...told, commentId: answer.id, authorId: answer.authorId, accepted }));
      return this.comments.required(tx, answer.id);
    });
  }
}

/** The answer that was accepted until now, which is so no more. */
async function displaced(tx: Transaction, { subjectId }: CommentEntity): Promise<{ id: string; authorId: string }[]> {
  const [rows]: [{ id: string; authorId: string }[], number] = await tx.manager.query(
    `UPDATE comment SET is_accepted = false WHERE subject_id = $1 AND is_accepted RETURNING id, author_id AS "authorId"`,
    [subjectId],
  );
  return rows;
}
