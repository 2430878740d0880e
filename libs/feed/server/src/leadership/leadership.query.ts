import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import type { Connection, PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { postVisibleTo } from '../post/post.access.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { beforeId, PostQuery } from '../post/post.query.ts';

/** What executives post and what they answer, newest post first, as far as the viewer may see it. */
@Injectable()
export class LeadershipQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostQuery,
  ) {}

  async feed(viewer: Viewer, page: PageRequest): Promise<Connection<PostEntity>> {
    const rows: { id: string }[] = await this.dataSource.query(leadershipSql, [viewer.personId, beforeId(page), page.first + 1]);
    return this.posts.pageOf(viewer, rows.map(({ id }) => id), page);
  }
}

const leadershipSql = `
  WITH executive AS (SELECT id FROM person WHERE 'executive' = ANY (roles) AND deactivated_at IS NULL)
  SELECT id FROM (
    SELECT newest.id FROM executive CROSS JOIN LATERAL (
      SELECT post.id FROM post
      WHERE post.author_id = executive.id AND ($2::uuid IS NULL OR post.id < $2) AND ${postVisibleTo('post', '$1')}
      ORDER BY post.id DESC LIMIT $3) newest
    UNION
    SELECT newest.id FROM executive CROSS JOIN LATERAL (
      SELECT DISTINCT post.id FROM comment JOIN post ON post.id = comment.subject_id
      WHERE comment.author_id = executive.id AND comment.deleted_at IS NULL AND comment.subject_type = 'post'
        AND ($2::uuid IS NULL OR comment.subject_id < $2) AND ${postVisibleTo('post', '$1')}
      ORDER BY post.id DESC LIMIT $3) newest
  ) merged ORDER BY id DESC LIMIT $3`;
