import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { daysAgo, firstIdAt, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { postVisibleTo } from '../post/post.access.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { beforeId, PostQuery } from '../post/post.query.ts';

/** Counting further would cost more than it tells. */
export const mostCounted = 1_000;
const monthDays = 30;
/** How many uses of hashtags the list of the month looks at, from the newest on. */
const usesLookedAt = 4_000;
const postsLookedAt = 200;
const begunLookedAt = 2_000;

/** Reads hashtags, always through the posts that the viewer may see: a word used in a secret community only is told to its members alone. */
@Injectable()
export class TagQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostQuery,
  ) {}

  /** Newest first; mutes do not apply to a page that one opens. */
  async feed(viewer: Viewer, tag: string, page: PageRequest): Promise<Connection<PostEntity>> {
    const ids = await this.ids(
      `SELECT post.id AS value FROM post_tag JOIN post ON post.id = post_tag.post_id
       WHERE post_tag.tag = $2 AND ($3::uuid IS NULL OR post_tag.post_id < $3) AND ${postVisibleTo('post', '$1')}
       ORDER BY post_tag.post_id DESC LIMIT $4`,
      [viewer.personId, tag, beforeId(page), page.first + 1],
    );
    return this.posts.pageOf(viewer, ids, page);
  }

  /** The hashtags used most in 30 days in posts that the viewer may see, most first. */
  async popular(viewer: Viewer, first: number): Promise<string[]> {
    return this.ids(
      `SELECT used.tag AS value FROM (
         SELECT tag, post_id FROM post_tag WHERE post_id > $2 ORDER BY post_id DESC LIMIT ${usesLookedAt}
       ) used JOIN post ON post.id = used.post_id
       WHERE ${postVisibleTo('post', '$1')}
       GROUP BY used.tag ORDER BY count(*) DESC, used.tag LIMIT $3`,
      [viewer.personId, firstIdAt(daysAgo(monthDays)), first],
    );
  }

  /** Hashtags that begin so, whatever their accents, the most used first in their newest 2,000 uses that the viewer may see. */
  async begunWith(viewer: Viewer, begun: string, first: number): Promise<string[]> {
    return this.ids(
      `SELECT used.tag AS value FROM (
         SELECT tag, post_id FROM post_tag WHERE fold(tag) ~>=~ fold($2) AND fold(tag) ~<~ (fold($2) || chr(1114111)) ORDER BY post_id DESC LIMIT ${begunLookedAt}
       ) used JOIN post ON post.id = used.post_id
       WHERE ${postVisibleTo('post', '$1')}
       GROUP BY used.tag ORDER BY count(*) DESC, used.tag LIMIT $3`,
      [viewer.personId, begun, first],
    );
  }

  /** By name. */
  async followedBy(personId: string): Promise<string[]> {
    return this.ids(`SELECT tag AS value FROM tag_follow WHERE person_id = $1 ORDER BY tag`, [personId]);
  }

  async followedAmong(viewer: Viewer, tags: readonly string[]): Promise<Map<string, true>> {
    const followed = await this.ids(`SELECT tag AS value FROM tag_follow WHERE person_id = $1 AND tag = ANY ($2)`, [viewer.personId, tags]);
    return new Map(followed.map((tag) => [tag, true]));
  }

  /** How many posts of each hashtag the viewer may see, counted up to 1,000. */
  async postCounts(viewer: Viewer, tags: readonly string[]): Promise<Map<string, number>> {
    const rows: { tag: string; count: number }[] = await this.dataSource.query(
      `SELECT wanted.tag, counted.count FROM unnest($2::text[]) wanted(tag) CROSS JOIN LATERAL (
         SELECT count(*)::int AS count FROM (
           SELECT 1 FROM post_tag JOIN post ON post.id = post_tag.post_id
           WHERE post_tag.tag = wanted.tag AND ${postVisibleTo('post', '$1')} LIMIT ${mostCounted}) seen) counted`,
      [viewer.personId, tags],
    );
    return new Map(rows.map(({ tag, count }) => [tag, count]));
  }

  /** The five hashtags that stand most often beside each, in its newest 200 posts that the viewer may see. */
  async related(viewer: Viewer, tags: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { tag: string; related: string[] }[] = await this.dataSource.query(
      `SELECT wanted.tag, ARRAY(
         SELECT beside.tag FROM (
           SELECT post.id FROM post_tag JOIN post ON post.id = post_tag.post_id
           WHERE post_tag.tag = wanted.tag AND ${postVisibleTo('post', '$1')} ORDER BY post_tag.post_id DESC LIMIT ${postsLookedAt}
         ) newest JOIN post_tag beside ON beside.post_id = newest.id AND beside.tag <> wanted.tag
         GROUP BY beside.tag ORDER BY count(*) DESC, beside.tag LIMIT 5) AS related
       FROM unnest($2::text[]) wanted(tag)`,
      [viewer.personId, tags],
    );
    return new Map(rows.map(({ tag, related }) => [tag, related]));
  }

  private async ids(sql: string, parameters: unknown[]): Promise<string[]> {
    const rows: { value: string }[] = await this.dataSource.query(sql, parameters);
    return rows.map(({ value }) => value);
  }
}
