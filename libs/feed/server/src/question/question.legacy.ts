import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contentIsLive } from '@parvis/communities/server';
import { Legacies, type LegacyKind, type Viewer } from '@parvis/identity/server';
import type { Transaction } from '@parvis/platform/server';
import { postVisibleTo } from '../post/post.access.ts';

/** SQL condition: somebody who works here looks after that question (an expression of an id), whose asker has left. */
const isTaken = (postId: string): string =>
  `EXISTS (SELECT 1 FROM question_takeover taken JOIN person keeping ON keeping.id = taken.taker_id AND keeping.deactivated_at IS NULL WHERE taken.post_id = ${postId})`;

/**
 * A question without an accepted answer whose asker has left is offered to those who answered it, and to the asker's manager, as far as they see it: nobody
 * else could say what helped, but an animator of its community.
 */
@Injectable()
export class QuestionLegacy implements LegacyKind, OnModuleInit {
  readonly kind = 'question';
  readonly offers = `
    SELECT question.id, coalesce(question.title, '') AS title, leaver.id AS leaver_id, leaver.deactivated_at AS left_at, taker.id AS taker_id
    FROM post question JOIN person leaver ON leaver.id = question.author_id AND leaver.deactivated_at IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT answer.author_id AS id FROM comment answer WHERE answer.subject_id = question.id AND answer.deleted_at IS NULL UNION SELECT leaver.manager_id
    ) near JOIN person taker ON taker.id = near.id AND taker.deactivated_at IS NULL
    WHERE question.kind = 'question' AND ${contentIsLive('question.community_id')}
      AND NOT EXISTS (SELECT 1 FROM comment answer WHERE answer.subject_id = question.id AND answer.is_accepted AND answer.deleted_at IS NULL)
      AND NOT ${isTaken('question.id')} AND ${postVisibleTo('question', 'taker.id')}`;

  constructor(private readonly legacies: Legacies) {}

  onModuleInit(): void {
    this.legacies.register(this);
  }

  async takeOver(tx: Transaction, { personId }: Viewer, postId: string): Promise<void> {
    await tx.manager.query(
      'INSERT INTO question_takeover (post_id, taker_id, taken_at) VALUES ($1, $2, now()) ON CONFLICT (post_id) DO UPDATE SET taker_id = excluded.taker_id, taken_at = excluded.taken_at',
      [postId, personId],
    );
  }
}
