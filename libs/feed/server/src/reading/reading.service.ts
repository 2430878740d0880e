import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, daysAgo, firstIdAt, Jobs, newId, Retention, type RetentionTerm, Transactions } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { eraseOldReading } from '../feed.jobs.ts';
import type { FeedSource } from '../home/feed-source.ts';
import { postVisibleTo } from '../post/post.access.ts';
import { missedWindowDays } from '../home/score.ts';
import { FeedPositionEntity } from './feed-position.entity.ts';
import { PostReadEntity } from './post-read.entity.ts';

const maxMarked = 100;
export const keptPositions: RetentionTerm = { key: 'feed.positions', standardDays: 90, leastDays: 15, mostDays: 365 };
/** « What I missed » looks no further back; a day more for who reads at midnight. */
export const marksKeptDays = missedWindowDays + 1;

/** Keeps where readers are in their feeds, for themselves alone: no event tells of it and nothing else reads it. */
@Injectable()
export class ReadingService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.retention.register(keptPositions, (before) =>
      this.transactions.run(async (tx) => {
        const [{ count }]: [{ count: number }] = await tx.manager.query('SELECT count(*)::int AS count FROM feed_position WHERE seen_at < $1', [before]);
        return count;
      }),
    );
    this.jobs.every(eraseOldReading, '41 2 * * *', () => this.eraseOld(new Date()));
  }

  /**
   * Marks posts of a feed as read, and keeps where the reader is. What they may not see, and what is too old to be missed, leaves no mark.
   * Errors: POSTS_MARKED_TOO_MANY, ID_INVALID.
   */
  async mark(viewer: Viewer, { source, postIds, stoppedAtId }: { source: FeedSource; postIds: readonly string[]; stoppedAtId?: string | null }): Promise<void> {
    if (postIds.length > maxMarked) throw feedErrors.tooManyPostsMarked(maxMarked);
    const ids = postIds.map((id) => checkedId('postIds', id));
    const stoppedAt = stoppedAtId ? checkedId('stoppedAtId', stoppedAtId) : null;
    await this.transactions.run(async (tx) => {
      await tx.manager.query(
        `INSERT INTO post_read (person_id, post_id)
         SELECT $1, post.id FROM post WHERE post.id = ANY ($2) AND post.id > $3 AND ${postVisibleTo('post', '$1')} ON CONFLICT DO NOTHING`,
        [viewer.personId, ids, firstIdAt(daysAgo(marksKeptDays))],
      );
      if (!stoppedAt) return;
      await tx.manager.query(
        `INSERT INTO feed_position (person_id, source, post_id, seen_at) VALUES ($1, $2, $3, now())
         ON CONFLICT (person_id, source) DO UPDATE SET post_id = EXCLUDED.post_id, seen_at = EXCLUDED.seen_at`,
        [viewer.personId, source, stoppedAt],
      );
    });
  }

  /** Everything published so far in a feed counts as read. */
  async markAll(viewer: Viewer, source: FeedSource): Promise<void> {
    await this.transactions.run((tx) =>
      tx.manager.query(
        `INSERT INTO feed_position (person_id, source, read_up_to, seen_at) VALUES ($1, $2, $3, now())
         ON CONFLICT (person_id, source) DO UPDATE SET read_up_to = EXCLUDED.read_up_to, seen_at = EXCLUDED.seen_at`,
        [viewer.personId, source, newId()],
      ),
    );
  }

  /** Erases every mark and position of the viewer. */
  async forget(viewer: Viewer): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.manager.delete(PostReadEntity, { personId: viewer.personId });
      await tx.manager.delete(FeedPositionEntity, { personId: viewer.personId });
    });
  }

  /** Erases what is past its time, of everybody. */
  async eraseOld(now: Date): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.manager.query(`DELETE FROM post_read WHERE post_id < $1`, [firstIdAt(daysAgo(marksKeptDays, now))]);
      await tx.manager.query(`DELETE FROM feed_position WHERE seen_at < $1`, [this.retention.cutoff(keptPositions, now)]);
    });
  }
}
