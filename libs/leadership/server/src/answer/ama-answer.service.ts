import { Injectable } from '@nestjs/common';
import { addedMentions, checkedRichText, DraftService, mentionedIds, plainText, withTrueMentions } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { leadershipErrors } from '../leadership.errors.ts';
import { answerEdited, questionAnswered } from '../leadership.events.ts';
import { lockedQuestion } from '../question/ama-question-lock.ts';
import { AmaQuestionEntity } from '../question/ama-question.entity.ts';
import { AmaCohostEntity } from '../session/ama-cohost.entity.ts';
import { AmaSessionEntity } from '../session/ama-session.entity.ts';
import { stateAt, takesAnswers } from '../session/ama-state.ts';
import { AmaAnswerRevisionEntity } from './ama-answer-revision.entity.ts';
import { AmaAnswerEntity } from './ama-answer.entity.ts';

/** Answers questions, and changes answers. Nobody answers on behalf of another. */
@Injectable()
export class AmaAnswerService {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: DraftService,
  ) {}

  /**
   * The host or a co-host answers, from the start of the session on. The same key again returns the question as the first call left it. Errors:
   * AMA_QUESTION_NOT_FOUND, AMA_NOT_HOST, AMA_NOT_TAKING_ANSWERS, AMA_QUESTION_ANSWERED, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID.
   */
  async answer(viewer: Viewer, input: { key: string; questionId: string; body: unknown }): Promise<AmaQuestionEntity> {
    const key = checkedId('key', input.key);
    const written = checkedRichText('body', input.body);
    return this.transactions.run(async (tx) => {
      const question = await lockedQuestion(tx, viewer, { field: 'questionId', id: input.questionId });
      const session = await tx.manager.findOneByOrFail(AmaSessionEntity, { id: question.sessionId });
      if (!(await this.isHost(tx, viewer, session))) throw leadershipErrors.notHost();
      if (await tx.manager.existsBy(AmaAnswerEntity, { questionId: question.id, authorId: viewer.personId, key })) return question;
      if (question.answeredAt) throw leadershipErrors.questionAnswered();
      if (!takesAnswers(stateAt(session, new Date()))) throw leadershipErrors.notTakingAnswers();
      const body = await withTrueMentions(tx, written);
      const now = new Date();
      await this.drafts.published(tx, viewer, key);
      await tx.manager.insert(AmaAnswerEntity, { questionId: question.id, authorId: viewer.personId, key, body, text: plainText(body), createdAt: now, editedAt: null });
      await tx.manager.update(AmaQuestionEntity, question.id, { answeredAt: now });
      tx.emit(questionAnswered({ sessionId: session.id, questionId: question.id, authorId: viewer.personId, askerId: question.authorId, mentionedIds: mentionedIds(body) }));
      return Object.assign(question, { answeredAt: now });
    });
  }

  /** Keeps what it said before. Errors: AMA_ANSWER_NOT_FOUND, AMA_ANSWER_NOT_YOURS, and those of the text. */
  async edit(viewer: Viewer, questionId: string, newBody: unknown): Promise<AmaQuestionEntity> {
    const written = checkedRichText('body', newBody);
    return this.transactions.run(async (tx) => {
      const question = await lockedQuestion(tx, viewer, { field: 'questionId', id: questionId });
      const answer = await tx.manager.findOneBy(AmaAnswerEntity, { questionId: question.id });
      if (!answer) throw leadershipErrors.answerNotFound();
      if (answer.authorId !== viewer.personId) throw leadershipErrors.answerNotYours();
      const body = await withTrueMentions(tx, written);
      const now = new Date();
      await tx.manager.insert(AmaAnswerRevisionEntity, { id: newId(), questionId: question.id, body: answer.body, replacedAt: now });
      const mentioned = addedMentions(answer.body, body);
      await tx.manager.save(Object.assign(answer, { body, text: plainText(body), editedAt: now }));
      tx.emit(answerEdited({ sessionId: question.sessionId, questionId: question.id, authorId: viewer.personId, mentionedIds: mentioned }));
      return question;
    });
  }

  private async isHost(tx: Transaction, viewer: Viewer, session: AmaSessionEntity): Promise<boolean> {
    return session.hostId === viewer.personId || tx.manager.existsBy(AmaCohostEntity, { sessionId: session.id, personId: viewer.personId });
  }
}
