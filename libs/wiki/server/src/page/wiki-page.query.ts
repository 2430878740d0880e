import { Injectable } from '@nestjs/common';
import { isAnimator } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
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
