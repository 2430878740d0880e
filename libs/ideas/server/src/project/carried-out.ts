import type { Transaction } from '@parvis/platform/server';
import { ideasErrors } from '../ideas.errors.ts';
import { ProjectEntity } from './project.entity.ts';

/** What is carried out stays where it is; the idea is held by the caller. Errors: ANSWER_CARRIED_OUT. */
export async function requireNotCarriedOut(tx: Transaction, ideaId: string): Promise<void> {
  if (await tx.manager.existsBy(ProjectEntity, { ideaId })) throw ideasErrors.answerCarriedOut();
}
