import type { Viewer } from '@parvis/identity/server';
import { checkedId, type Transaction } from '@parvis/platform/server';
import { leadershipErrors } from '../leadership.errors.ts';
import { questionVisibleTo } from '../session/ama-session.access.ts';
import { AmaQuestionEntity } from './ama-question.entity.ts';

/** The question named by `field`, locked, for a command on it: of two hosts who answer at once, one is told that the other was first. Errors: ID_INVALID, AMA_QUESTION_NOT_FOUND. */
export async function lockedQuestion(tx: Transaction, viewer: Viewer, { field, id }: { field: string; id: string }): Promise<AmaQuestionEntity> {
  const question = await tx.manager
    .createQueryBuilder(AmaQuestionEntity, 'question')
    .where('question.id = :id', { id: checkedId(field, id) })
    .andWhere(questionVisibleTo('question', ':viewerId'), { viewerId: viewer.personId })
    .setLock('pessimistic_write')
    .getOne();
  if (!question) throw leadershipErrors.questionNotFound();
  return question;
}
