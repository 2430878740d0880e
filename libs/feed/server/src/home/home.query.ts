import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import type { Connection, PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { postVisibleTo } from '../post/post.access.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { beforeId, PostQuery } from '../post/post.query.ts';

/**
 * The home feed: posts of the communities joined, of the people followed and to the whole company, newest first. Merged when it is read: of each
 * source the newest page by its index, then the newest of those. It costs by the sources followed, not by the company or its history.
 */
@Injectable()
export class HomeQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostQuery,
  ) {}

  async feed(viewer: Viewer, page: PageRequest): Promise<Connection<PostEntity>> {
    const rows: { id: string }[] = await this.dataSource.query(homeSql, [viewer.personId, beforeId(page), page.first + 1]);
    return this.posts.pageOf(viewer, rows.map(({ id }) => id), page);
  }
}

const newestOf = (source: string, rule: string): string => `
  SELECT post.id FROM post
  WHERE ${source} AND ($2::uuid IS NULL OR post.id < $2) AND ${rule}
  ORDER BY post.id DESC LIMIT $3`;

// Members may read their communities, and everybody what is said to the company: only posts of people followed need the whole rule.
const homeSql = `
  SELECT id FROM (
    SELECT newest.id FROM membership
    CROSS JOIN LATERAL (${newestOf('post.community_id = membership.community_id', 'post.deleted_at IS NULL')}) newest
    WHERE membership.person_id = $1
    UNION
    SELECT newest.id FROM follow
    CROSS JOIN LATERAL (${newestOf('post.author_id = follow.followee_id', postVisibleTo('post', '$1'))}) newest
    WHERE follow.follower_id = $1
    UNION
    (${newestOf('post.community_id IS NULL', 'post.deleted_at IS NULL')})
  ) merged ORDER BY id DESC LIMIT $3`;
