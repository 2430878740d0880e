import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions } from '@parvis/platform/server';
import { reactionSet, type SubjectRef } from '../conversations.events.ts';
import { Subjects } from '../subject/subjects.ts';
import { ReactionEntity, type ReactionKind } from './reaction.entity.ts';

/** Lets people react: one reaction each, changed or taken back at will. */
@Injectable()
export class ReactionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: Subjects,
  ) {}

  /** Null takes the reaction back. Returns the subject, named as the database does. Errors: SUBJECT_NOT_FOUND, SUBJECT_CLOSED. */
  async set(viewer: Viewer, to: SubjectRef, kind: ReactionKind | null): Promise<SubjectRef> {
    return this.transactions.run(async (tx) => {
      const subject = await this.subjects.requireReactable(tx, viewer, to);
      const own = { subjectId: subject.id, personId: viewer.personId };
      if (kind) await tx.manager.upsert(ReactionEntity, { ...own, subjectType: subject.type, kind, createdAt: new Date() }, ['subjectId', 'personId']);
      else await tx.manager.delete(ReactionEntity, own);
      tx.emit(reactionSet({ personId: viewer.personId, subject, kind }));
      return subject;
    });
  }
}
