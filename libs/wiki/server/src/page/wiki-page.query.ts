import { Injectable } from '@nestjs/common';
import { isAnimator } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { wikiPageVisibleTo } from './wiki-page.access.ts';
import { WikiPageEntity } from './wiki-page.entity.ts';

/** Reads pages, all through `visibleTo`. */
@Injectable()
export class WikiPageQuery {
  constructor(private readonly dataSource: DataSource) {}

  visibleTo(viewer: Viewer): SelectQueryBuilder<WikiPageEntity> {
    return this.dataSource.createQueryBuilder(WikiPageEntity, 'page').where(wikiPageVisibleTo('page', ':viewerId'), { viewerId: viewer.personId });
  }

  /** Null when missing, deleted or out of sight. */
  async byId(viewer: Viewer, id: string): Promise<WikiPageEntity | null> {
    return this.visibleTo(viewer).andWhere('page.id = :id', { id }).getOne();
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, WikiPageEntity>> {
    const pages = await this.visibleTo(viewer).andWhere('page.id = ANY(:ids)', { ids }).getMany();
    return new Map(pages.map((page) => [page.id, page]));
  }

  /** All of a community's pages by title; `parentId` makes a tree of them. Without a limit: `requireRoom` keeps them few, and two communities that became one hide nothing. */
  async ofCommunity(viewer: Viewer, communityId: string): Promise<WikiPageEntity[]> {
    return this.visibleTo(viewer).andWhere('page.community_id = :communityId', { communityId }).orderBy('page.sortTitle').addOrderBy('page.id').getMany();
  }

  /** Those of which somebody wrote a version, by their newest version of each, the newest first. Errors: CURSOR_INVALID. */
  async byWriter(viewer: Viewer, personId: string, page: PageRequest): Promise<Connection<WikiPageEntity>> {
    const before = page.after ? decodeCursor(page.after, ['id'])[0] : null;
    const rows: { id: string; last: string }[] = await this.dataSource.query(
      `SELECT page.id, own.last FROM (
         SELECT DISTINCT ON (version.page_id) version.page_id, version.id AS last FROM wiki_version version WHERE version.author_id = $2 ORDER BY version.page_id, version.id DESC
       ) own JOIN wiki_page page ON page.id = own.page_id
       WHERE ${wikiPageVisibleTo('page', '$1')} AND ($3::uuid IS NULL OR own.last < $3) ORDER BY own.last DESC LIMIT $4`,
      [viewer.personId, personId, before, page.first + 1],
    );
    const found = rows.length > 0 ? await this.byIds(viewer, rows.map(({ id }) => id)) : new Map<string, WikiPageEntity>();
    const { edges, pageInfo } = connection(rows, page, ({ last }) => encodeCursor(last));
    return { edges: edges.flatMap(({ cursor, node }) => found.get(node.id) ? [{ cursor, node: found.get(node.id) as WikiPageEntity }] : []), pageInfo };
  }

  /** What was taken off, newest first, for animators alone. */
  async deletedOf(viewer: Viewer, communityId: string): Promise<WikiPageEntity[]> {
    return this.dataSource
      .createQueryBuilder(WikiPageEntity, 'page')
      .where('page.community_id = :communityId AND page.deleted_at IS NOT NULL', { communityId })
      .andWhere(isAnimator('page.community_id', ':viewerId'), { viewerId: viewer.personId })
      .orderBy('page.deletedAt', 'DESC')
      .limit(50)
      .getMany();
  }
}
