import { Injectable } from '@nestjs/common';
import { Subjects } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, Transactions, type Transaction } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { PostEntity } from '../post/post.entity.ts';
import { PollEntity } from './poll.entity.ts';
import { pollVoted } from './poll.events.ts';
import { isClosed } from './poll.policy.ts';

/** Counts votes. */
@Injectable()
export class PollService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: Subjects,
  ) {}

  /**
   * Votes, as whoever may answer the post may. By name, a vote replaces the former one; an anonymous vote is final, since nothing says which it was.
   * Errors: ID_INVALID, SUBJECT_NOT_FOUND (no such poll in sight), SUBJECT_CLOSED, POLL_CLOSED, POLL_CHOICE_INVALID, POLL_VOTED_ALREADY.
   */
  async vote(viewer: Viewer, { postId: ofPost, optionIds }: { postId: string; optionIds: string[] }): Promise<PostEntity> {
    const postId = checkedId('postId', ofPost);
    const chosen = [...new Set(optionIds.map((id) => checkedId('optionIds', id)))];
    return this.transactions.run(async (tx) => {
      await this.subjects.requireCommentable(tx, viewer, { type: 'post', id: postId });
      // Shared: votes go on side by side, an edit of the options waits for them and they for it.
      const post = await tx.manager.findOneOrFail(PostEntity, { where: { id: postId }, lock: { mode: 'pessimistic_read' } });
      const poll = await tx.manager.findOneBy(PollEntity, { postId });
      if (!poll) throw feedErrors.postNotFound();
      if (isClosed(poll)) throw feedErrors.pollClosed();
      await this.requireOptions(tx, poll, chosen);
      if (poll.isAnonymous) await this.countOnce(tx, viewer, { postId, chosen });
      else await this.replace(tx, viewer, { postId, chosen });
      tx.emit(pollVoted({ postId }));
      return post;
    });
  }

  private async requireOptions(tx: Transaction, poll: PollEntity, chosen: string[]): Promise<void> {
    if (chosen.length === 0 || (chosen.length > 1 && !poll.isMultiple)) throw feedErrors.pollChoiceInvalid();
    const known: unknown[] = await tx.manager.query(`SELECT 1 FROM poll_option WHERE post_id = $1 AND id = ANY($2)`, [poll.postId, chosen]);
    if (known.length !== chosen.length) throw feedErrors.pollChoiceInvalid();
  }

  /** Person and choice are written apart: no row holds both. */
  private async countOnce(tx: Transaction, viewer: Viewer, { postId, chosen }: { postId: string; chosen: string[] }): Promise<void> {
    if (!(await this.participate(tx, viewer, postId))) throw feedErrors.pollVotedAlready();
    // In one order, so that two who choose the same options do not wait for each other.
    await tx.manager.query(
      `UPDATE poll_option SET anonymous_count = anonymous_count + 1 FROM (SELECT id FROM poll_option WHERE id = ANY($1) ORDER BY id FOR UPDATE) chosen
       WHERE chosen.id = poll_option.id`,
      [chosen],
    );
  }

  private async replace(tx: Transaction, viewer: Viewer, { postId, chosen }: { postId: string; chosen: string[] }): Promise<void> {
    // Two votes of one person at once: the second waits here, so that both cannot stand.
    if (!(await this.participate(tx, viewer, postId))) {
      await tx.manager.query(`SELECT 1 FROM poll_participant WHERE post_id = $1 AND person_id = $2 FOR UPDATE`, [postId, viewer.personId]);
      await tx.manager.query(
        `DELETE FROM poll_vote USING poll_option option WHERE option.id = poll_vote.option_id AND option.post_id = $1 AND poll_vote.person_id = $2`,
        [postId, viewer.personId],
      );
    }
    await tx.manager.query(`INSERT INTO poll_vote (option_id, person_id) SELECT option, $2 FROM unnest($1::uuid[]) option`, [chosen, viewer.personId]);
  }

  /** False when they had voted before. */
  private async participate(tx: Transaction, viewer: Viewer, postId: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `INSERT INTO poll_participant (post_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
      [postId, viewer.personId],
    );
    return rows.length > 0;
  }
}
