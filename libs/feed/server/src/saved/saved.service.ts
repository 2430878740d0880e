import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { PostQuery } from '../post/post.query.ts';
import { SavedPostEntity } from './saved-post.entity.ts';

/** Keeps posts at hand. No event tells of it: authors never learn who saved what. */
@Injectable()
export class SavedService {
  constructor(
    private readonly transactions: Transactions,
    private readonly posts: PostQuery,
  ) {}

  /** Saving twice changes nothing. Errors: POST_NOT_FOUND, ID_INVALID. */
  async save(viewer: Viewer, id: string): Promise<PostEntity> {
    const post = await this.visible(viewer, id);
    await this.transactions.run((tx) =>
      tx.manager.query(`INSERT INTO saved_post (id, person_id, post_id) VALUES ($1, $2, $3) ON CONFLICT (post_id, person_id) DO NOTHING`, [newId(), viewer.personId, post.id]),
    );
    return post;
  }

  /** Errors: POST_NOT_FOUND, ID_INVALID. */
  async unsave(viewer: Viewer, id: string): Promise<PostEntity> {
    const post = await this.visible(viewer, id);
    await this.transactions.run((tx) => tx.manager.delete(SavedPostEntity, { personId: viewer.personId, postId: post.id }));
    return post;
  }

  private async visible(viewer: Viewer, id: string): Promise<PostEntity> {
    const post = await this.posts.byId(viewer, checkedId('id', id));
    if (!post) throw feedErrors.postNotFound();
    return post;
  }
}
