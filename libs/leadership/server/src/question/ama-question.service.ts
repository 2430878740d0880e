import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, limited, newId, platformErrors, Transactions, type Transaction } from '@parvis/platform/server';
import { leadershipErrors } from '../leadership.errors.ts';
import { questionAsked, questionEdited, questionVoted, questionWithdrawn } from '../leadership.events.ts';
import { sessionVisibleTo } from '../session/ama-session.access.ts';
import { AmaSessionEntity } from '../session/ama-session.entity.ts';
import { stateAt, takesQuestions } from '../session/ama-state.ts';
import { lockedQuestion } from './ama-question-lock.ts';
import { AmaQuestionEntity } from './ama-question.entity.ts';

export const maxQuestionLength = 500;

/** Asks, changes and withdraws questions, and votes for them. */
@Injectable()
export class AmaQuestionService {
  constructor(private readonly transactions: Transactions) {}

  /** The same key again returns the question that the first call asked. Errors: AMA_SESSION_NOT_FOUND, AMA_NOT_TAKING_QUESTIONS, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID. */
  async ask(viewer: Viewer, input: { key: string; sessionId: string; text: string }): Promise<AmaQuestionEntity> {
    const key = checkedId('key', input.key);
    const text = questionText(input.text);
    return this.transactions.run(async (tx) => {
      const session = await this.visibleSession(tx, viewer, checkedId('sessionId', input.sessionId));
      const asked = await tx.manager.findOneBy(AmaQuestionEntity, { authorId: viewer.personId, key });
      // A retry after the end still finds what the first try asked.
      if (!asked && !takesQuestions(stateAt(session, new Date()))) throw leadershipErrors.notTakingQuestions();
      const inserted: { id: string }[] = await tx.manager.query(
        `INSERT INTO ama_question (id, session_id, author_id, key, text, created_at) VALUES ($1, $2, $3, $4, $5, now())
         ON CONFLICT (author_id, key) DO NOTHING RETURNING id`,
        [newId(), session.id, viewer.personId, key, text],
      );
      const question = await tx.manager.findOneByOrFail(AmaQuestionEntity, { authorId: viewer.personId, key });
      if (inserted.length > 0) tx.emit(questionAsked({ sessionId: session.id, questionId: question.id, authorId: viewer.personId }));
      return question;
    });
  }

  /** Errors: AMA_QUESTION_NOT_FOUND, AMA_QUESTION_NOT_YOURS, AMA_QUESTION_ANSWERED, TEXT_REQUIRED, TEXT_TOO_LONG. */
  async edit(viewer: Viewer, id: string, newText: string): Promise<AmaQuestionEntity> {
    const text = questionText(newText);
    return this.transactions.run(async (tx) => {
      const question = await this.lockOwnOpen(tx, viewer, id);
      Object.assign(question, { text, editedAt: new Date() });
      await tx.manager.save(question);
      tx.emit(questionEdited({ sessionId: question.sessionId, questionId: question.id, authorId: viewer.personId }));
      return question;
    });
  }

  /** Errors: AMA_QUESTION_NOT_FOUND, AMA_QUESTION_NOT_YOURS, AMA_QUESTION_ANSWERED. */
  async withdraw(viewer: Viewer, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const question = await this.lockOwnOpen(tx, viewer, id);
      await tx.manager.update(AmaQuestionEntity, question.id, { withdrawnAt: new Date() });
      tx.emit(questionWithdrawn({ sessionId: question.sessionId, questionId: question.id, authorId: viewer.personId }));
      return question.id;
    });
  }

  /** Votes, or takes the vote back; the same again changes nothing. Errors: AMA_QUESTION_NOT_FOUND, AMA_OWN_QUESTION, AMA_QUESTION_ANSWERED, AMA_NOT_TAKING_QUESTIONS. */
  async vote(viewer: Viewer, id: string, wanted: boolean): Promise<AmaQuestionEntity> {
    return this.transactions.run(async (tx) => {
      const question = await lockedQuestion(tx, viewer, { field: 'id', id });
      if (question.authorId === viewer.personId) throw leadershipErrors.ownQuestion();
      if (question.answeredAt) throw leadershipErrors.questionAnswered();
      const session = await tx.manager.findOneByOrFail(AmaSessionEntity, { id: question.sessionId });
      if (!takesQuestions(stateAt(session, new Date()))) throw leadershipErrors.notTakingQuestions();
      await tx.manager.query(
        wanted
          ? 'INSERT INTO ama_vote (question_id, person_id, created_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING'
          : 'DELETE FROM ama_vote WHERE question_id = $1 AND person_id = $2',
        [question.id, viewer.personId],
      );
      return this.recount(tx, question);
    });
  }

  /** Counts rather than adds one: whatever came before, the number is that of the votes. */
  private async recount(tx: Transaction, question: AmaQuestionEntity): Promise<AmaQuestionEntity> {
    const [row]: { votes: number }[] = await tx.manager.query('SELECT count(*)::int AS votes FROM ama_vote WHERE question_id = $1', [question.id]);
    const voteCount = row?.votes ?? 0;
    if (voteCount === question.voteCount) return question;
    await tx.manager.update(AmaQuestionEntity, question.id, { voteCount });
    tx.emit(questionVoted({ sessionId: question.sessionId, questionId: question.id, voteCount }));
    return Object.assign(question, { voteCount });
  }

  private async visibleSession(tx: Transaction, viewer: Viewer, id: string): Promise<AmaSessionEntity> {
    const session = await tx.manager
      .createQueryBuilder(AmaSessionEntity, 'session')
      .where('session.id = :id', { id })
      .andWhere(sessionVisibleTo('session', ':viewerId'), { viewerId: viewer.personId })
      .getOne();
    if (!session) throw leadershipErrors.sessionNotFound();
    return session;
  }

  private async lockOwnOpen(tx: Transaction, viewer: Viewer, id: string): Promise<AmaQuestionEntity> {
    const question = await lockedQuestion(tx, viewer, { field: 'id', id });
    if (question.authorId !== viewer.personId) throw leadershipErrors.questionNotYours();
    if (question.answeredAt) throw leadershipErrors.questionAnswered();
    return question;
  }
}

function questionText(value: string): string {
  const text = limited('text', value, maxQuestionLength);
  if (!text) throw platformErrors.textRequired('text');
  return text;
}
