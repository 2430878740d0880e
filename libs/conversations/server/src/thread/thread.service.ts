import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions, type Transaction } from '@parvis/platform/server';
import type { SubjectRef } from '../conversations.events.ts';
import { Subjects } from '../subject/subjects.ts';
import { ThreadFollowEntity, type ThreadState } from './thread-follow.entity.ts';

/** Lets people follow a thread or mute it. */
@Injectable()
export class ThreadService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: Subjects,
  ) {}

  /** Null: as if nothing had been chosen. Returns the subject, named as the database does. Errors: SUBJECT_NOT_FOUND. */
  async setState(viewer: Viewer, to: SubjectRef, state: ThreadState | null): Promise<SubjectRef> {
    return this.transactions.run(async (tx) => {
      const subject = await this.subjects.requireVisible(tx, viewer, to);
      const own = { subjectId: subject.id, personId: viewer.personId };
      if (state) await tx.manager.upsert(ThreadFollowEntity, { ...own, subjectType: subject.type, state, since: new Date() }, ['subjectId', 'personId']);
      else await tx.manager.delete(ThreadFollowEntity, own);
      return subject;
    });
  }

  /** Makes those who follow one thing follow another too, unless they have chosen before; returns for whom it was done. */
  async followAlso(tx: Transaction, from: SubjectRef, to: SubjectRef): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `INSERT INTO thread_follow (subject_id, person_id, subject_type, state, since)
       SELECT $2, follower.id, $3, 'following', now() FROM (
         SELECT person_id AS id FROM thread_follow WHERE subject_id = $1 AND state = 'following'
         UNION SELECT author_id FROM comment WHERE subject_id = $1 AND deleted_at IS NULL
         EXCEPT SELECT person_id FROM thread_follow WHERE subject_id = $1 AND state = 'muted'
       ) follower ON CONFLICT DO NOTHING RETURNING person_id AS id`,
      [from.id, to.id, to.type],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes back what `followAlso` did. */
  async unfollow(tx: Transaction, subject: SubjectRef, personIds: readonly string[]): Promise<void> {
    await tx.manager.query(`DELETE FROM thread_follow WHERE subject_id = $1 AND person_id = ANY($2) AND state = 'following'`, [subject.id, personIds]);
  }

  /** Makes those who are mentioned follow, unless they have chosen before: who muted a thread is not brought back. Ids of nobody do nothing. */
  async followAsMentioned(tx: Transaction, subject: SubjectRef, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    await tx.manager.query(
      `INSERT INTO thread_follow (subject_id, person_id, subject_type, state, since)
       SELECT $1, person.id, $2, 'following', now() FROM person WHERE person.id = ANY($3) ON CONFLICT DO NOTHING`,
      [subject.id, subject.type, personIds],
    );
  }
}
