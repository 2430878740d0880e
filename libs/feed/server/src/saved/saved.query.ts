import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { postVisibleTo } from '../post/post.access.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { PostQuery } from '../post/post.query.ts';

/** What somebody has saved, told to nobody else, not even as a number. */
@Injectable()
export class SavedQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostQuery,
  ) {}

  /** What was saved last comes first; posts that the viewer may not see any more are left out. */
  async own(viewer: Viewer, page: PageRequest): Promise<Connection<PostEntity>> {
    const before = page.after ? decodeCursor(page.after, ['id'])[0] : null;
    const rows: { id: string; postId: string }[] = await this.dataSource.query(
      `SELECT saved.id, saved.post_id AS "postId" FROM saved_post saved JOIN post ON post.id = saved.post_id
       WHERE saved.person_id = $1 AND ($2::uuid IS NULL OR saved.id < $2) AND ${postVisibleTo('post', '$1')}
       ORDER BY saved.id DESC LIMIT $3`,
      [viewer.personId, before, page.first + 1],
    );
    const { edges, pageInfo } = connection(rows, page, ({ id }) => encodeCursor(id));
    const posts = await this.posts.byIds(viewer, edges.map(({ node }) => node.postId));
    return { edges: edges.flatMap(({ cursor, node }) => edgeOf(cursor, posts.get(node.postId))), pageInfo };
  }

  async savedAmong(viewer: Viewer, postIds: readonly string[]): Promise<Map<string, true>> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT post_id AS id FROM saved_post WHERE person_id = $1 AND post_id = ANY ($2)`, [viewer.personId, postIds]);
    return new Map(rows.map(({ id }) => [id, true]));
  }
}

/** One that was deleted since its id was read is left out. */
const edgeOf = (cursor: string, node: PostEntity | undefined) => (node ? [{ cursor, node }] : []);
