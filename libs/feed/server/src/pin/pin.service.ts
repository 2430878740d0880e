import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions, type Transaction } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { PostService } from '../post/post.service.ts';
import { pinsTurn, speaksFor } from './pin.access.ts';

/** More would be a second feed above the feed. Announcements come on top: their date takes them down. */
export const mostPins = 3;

/** Keeps posts on top of their community, or of the home page, and takes them down. */
@Injectable()
export class PinService {
  constructor(
    private readonly transactions: Transactions,
    private readonly posts: PostService,
  ) {}

  /** Pins until it is taken down; the same again changes nothing. Errors: ID_INVALID, POST_NOT_FOUND, PIN_NOT_ALLOWED, PINS_FULL. */
  async pin(viewer: Viewer, id: string): Promise<PostEntity> {
    return this.transactions.run(async (tx) => {
      const post = await this.requirePinnable(tx, viewer, id);
      if (isPinned(post)) return post;
      await this.requireRoom(tx, post);
      Object.assign(post, { pinnedAt: new Date(), pinnedUntil: null });
      return tx.manager.save(post);
    });
  }

  /** Errors: ID_INVALID, POST_NOT_FOUND, PIN_NOT_ALLOWED. */
  async unpin(viewer: Viewer, id: string): Promise<PostEntity> {
    return this.transactions.run(async (tx) => {
      const post = await this.requirePinnable(tx, viewer, id);
      Object.assign(post, { pinnedAt: null, pinnedUntil: null });
      return tx.manager.save(post);
    });
  }

  private async requirePinnable(tx: Transaction, viewer: Viewer, id: string): Promise<PostEntity> {
    const post = await this.posts.lockForViewer(tx, viewer, id);
    if (!(await speaksFor(tx, viewer, post.communityId))) throw feedErrors.pinNotAllowed();
    return post;
  }

  private async requireRoom(tx: Transaction, { communityId }: PostEntity): Promise<void> {
    // Two pins at once take turns, so that the last place is given once.
    await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [pinsTurn(communityId)]);
    const [pinned]: { count: number }[] = await tx.manager.query(
      `SELECT count(*)::int AS count FROM post WHERE community_id IS NOT DISTINCT FROM $1 AND pinned_at IS NOT NULL AND deleted_at IS NULL AND kind <> 'announcement'`,
      [communityId],
    );
    if ((pinned?.count ?? 0) >= mostPins) throw feedErrors.pinsFull(mostPins);
  }
}

/** An announcement comes down by itself when its time is over. */
export const isPinned = ({ pinnedAt, pinnedUntil }: Pick<PostEntity, 'pinnedAt' | 'pinnedUntil'>, now = new Date()): boolean =>
  pinnedAt !== null && (pinnedUntil === null || pinnedUntil > now);
