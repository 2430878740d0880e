import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, newestRevisions, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { PostRevisionEntity } from './post-revision.entity.ts';
import { postVisibleTo } from './post.access.ts';
import { PostEntity } from './post.entity.ts';

/** Reads posts, all through `visibleTo`. */
@Injectable()
export class PostQuery {
  constructor(private readonly dataSource: DataSource) {}

  visibleTo(viewer: Viewer): SelectQueryBuilder<PostEntity> {
    return this.dataSource.createQueryBuilder(PostEntity, 'post').where(postVisibleTo('post', ':viewerId'), { viewerId: viewer.personId });
  }

  /** Null when missing, deleted or out of sight. */
  async byId(viewer: Viewer, id: string): Promise<PostEntity | null> {
    return this.visibleTo(viewer).andWhere('post.id = :id', { id }).getOne();
  }

  /** Those among them that the viewer may see. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, PostEntity>> {
    if (ids.length === 0) return new Map();
    const posts = await this.visibleTo(viewer).andWhere('post.id = ANY(:ids)', { ids }).getMany();
    return new Map(posts.map((post) => [post.id, post]));
  }

  /** What is kept on top there (null: for the whole company), the newest pin first. */
  async pinned(viewer: Viewer, communityId: string | null, limit: number): Promise<PostEntity[]> {
    return this.visibleTo(viewer)
      .andWhere('post.pinned_at IS NOT NULL AND (post.pinned_until IS NULL OR post.pinned_until > now())')
      .andWhere(communityId ? 'post.community_id = :communityId' : 'post.community_id IS NULL', { communityId })
      .orderBy('post.pinnedAt', 'DESC')
      .limit(limit)
      .getMany();
  }

  /** Newest first. */
  async byCommunity(viewer: Viewer, communityId: string, page: PageRequest): Promise<Connection<PostEntity>> {
    return this.newestFirst(this.visibleTo(viewer).andWhere('post.community_id = :communityId', { communityId }), page);
  }

  /** Newest first. */
  async byAuthor(viewer: Viewer, authorId: string, page: PageRequest): Promise<Connection<PostEntity>> {
    return this.newestFirst(this.visibleTo(viewer).andWhere('post.author_id = :authorId', { authorId }), page);
  }

  /** The posts with these ids as a page, newest first; `ids` holds one more than the page when there is more. */
  async pageOf(viewer: Viewer, ids: readonly string[], page: PageRequest): Promise<Connection<PostEntity>> {
    if (ids.length === 0) return connection<PostEntity>([], page, cursorOf);
    const rows = await this.visibleTo(viewer).andWhere('post.id = ANY(:ids)', { ids }).orderBy('post.id', 'DESC').getMany();
    // One that was deleted since its id was read must not pass for the end.
    const { edges, pageInfo } = connection(rows, page, cursorOf);
    return { edges, pageInfo: { ...pageInfo, hasNextPage: ids.length > page.first } };
  }

  /** The newest 20 former versions of each post that the caller has let the viewer see, newest first. */
  async revisions(postIds: readonly string[]): Promise<Map<string, PostRevisionEntity[]>> {
    return newestRevisions(this.dataSource, PostRevisionEntity, { of: 'postId', ids: postIds });
  }

  /** A page of the given posts, which must be the viewer’s to see, newest first. Errors: CURSOR_INVALID. */
  async newestFirst(posts: SelectQueryBuilder<PostEntity>, page: PageRequest): Promise<Connection<PostEntity>> {
    const before = beforeId(page);
    if (before) posts.andWhere('post.id < :before', { before });
    const rows = await posts
      .orderBy('post.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, cursorOf);
  }
}

const cursorOf = (post: PostEntity): string => encodeCursor(post.id);

/** The id that a page of a feed starts before; null for the first page. Errors: CURSOR_INVALID. */
export const beforeId = (page: PageRequest): string | null => (page.after ? String(decodeCursor(page.after, ['id'])[0]) : null);
