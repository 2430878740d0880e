import { Injectable } from '@nestjs/common';
import { MembershipQuery } from '@parvis/communities/server';
import { checkedRichText, mentionedIds, plainText, tagsOf, withTrueMentions } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { postDeleted, postEdited, postPublished } from '../feed.events.ts';
import { PostRevisionEntity } from './post-revision.entity.ts';
import { postVisibleTo } from './post.access.ts';
import { PostEntity } from './post.entity.ts';
import { canDelete, canEdit } from './post.policy.ts';

/** Publishes, changes and takes back posts. */
@Injectable()
export class PostService {
  constructor(
    private readonly transactions: Transactions,
    private readonly memberships: MembershipQuery,
  ) {}

  /**
   * Publishes to a community that the viewer is a member of, or to the whole company (no community). The same key again returns the post that
   * the first call made. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_MEMBER, RICH_TEXT_NOT_ALLOWED, TEXT_REQUIRED, TEXT_TOO_LONG, ID_INVALID.
   */
  async create(viewer: Viewer, input: { key: string; communityId?: string | null; body: unknown }): Promise<PostEntity> {
    const key = checkedId('key', input.key);
    const written = checkedRichText('body', input.body);
    const communityId = input.communityId ? checkedId('communityId', input.communityId) : null;
    return this.transactions.run(async (tx) => {
      if (communityId) await this.memberships.requireMember(tx, viewer, communityId);
      const body = await withTrueMentions(tx, written);
      const inserted: { id: string }[] = await tx.manager.query(
        `INSERT INTO post (id, author_id, community_id, key, kind, body, text, tags, created_at) VALUES ($1, $2, $3, $4, 'status', $5, $6, $7, now())
         ON CONFLICT (author_id, key) DO NOTHING RETURNING id`,
        [newId(), viewer.personId, communityId, key, JSON.stringify(body), plainText(body), tagsOf(body)],
      );
      const post = await tx.manager.findOneByOrFail(PostEntity, { authorId: viewer.personId, key });
      if (inserted.length > 0) {
        tx.emit(postPublished({ postId: post.id, authorId: viewer.personId, communityId, mentionedIds: mentionedIds(body) }));
      }
      return post;
    });
  }

  /** Keeps what it said before. Errors: POST_NOT_FOUND, POST_NOT_YOURS, and those of the text. */
  async edit(viewer: Viewer, id: string, newBody: unknown): Promise<PostEntity> {
    const written = checkedRichText('body', newBody);
    return this.transactions.run(async (tx) => {
      const post = await this.lockForViewer(tx, viewer, id);
      if (!canEdit(viewer, post)) throw feedErrors.postNotYours();
      const body = await withTrueMentions(tx, written);
      const now = new Date();
      await tx.manager.insert(PostRevisionEntity, { id: newId(), postId: post.id, title: post.title, body: post.body, replacedAt: now });
      Object.assign(post, { body, text: [post.title, plainText(body)].filter(Boolean).join('\n'), tags: [...new Set([...tagsBeside(post), ...tagsOf(body)])], editedAt: now });
      await tx.manager.save(post);
      tx.emit(postEdited({ postId: post.id, authorId: post.authorId }));
      return post;
    });
  }

  /** Errors: POST_NOT_FOUND, POST_NOT_YOURS. */
  async delete(viewer: Viewer, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const post = await this.lockForViewer(tx, viewer, id);
      if (!canDelete(viewer, post)) throw feedErrors.postNotYours();
      await tx.manager.update(PostEntity, post.id, { deletedAt: new Date() });
      tx.emit(postDeleted({ postId: post.id, authorId: post.authorId, communityId: post.communityId }));
      return post.id;
    });
  }

  private async lockForViewer(tx: Transaction, viewer: Viewer, id: string): Promise<PostEntity> {
    const post = await tx.manager
      .createQueryBuilder(PostEntity, 'post')
      .where('post.id = :id', { id: checkedId('id', id) })
      .andWhere(postVisibleTo('post', ':viewerId'), { viewerId: viewer.personId })
      .setLock('pessimistic_write')
      .getOne();
    if (!post) throw feedErrors.postNotFound();
    return post;
  }
}

/** Tags that came with an import beside the body: an edit of the body leaves them. */
function tagsBeside(post: PostEntity): string[] {
  const inBody = tagsOf(post.body);
  return post.tags.filter((tag) => !inBody.includes(tag));
}
