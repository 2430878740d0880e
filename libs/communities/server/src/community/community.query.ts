import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, searchWords, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { communityReadableBy, communityVisibleTo, isAnimator } from './community.access.ts';
import { CommunityEntity } from './community.entity.ts';

export interface CommunityFilter {
  /** Words to look for in name and purpose, misspellings forgiven. */
  search?: string | null;
  /** Only those that this person is a member of; of somebody else's, only those that the viewer may read, since who is in a closed one is its members' to know. */
  memberId?: string | null;
  /** Only those that this person animates. */
  animatorId?: string | null;
  /** True: only those at rest; false: only those that live; not named: both. */
  archived?: boolean;
}

/** Reads communities, all through `visibleTo`. */
@Injectable()
export class CommunityQuery {
  constructor(private readonly dataSource: DataSource) {}

  visibleTo(viewer: Viewer): SelectQueryBuilder<CommunityEntity> {
    return this.dataSource
      .createQueryBuilder(CommunityEntity, 'community')
      .where(communityVisibleTo('community', ':viewerId'), { viewerId: viewer.personId });
  }

  /** Null when missing or out of sight. */
  async byId(viewer: Viewer, id: string): Promise<CommunityEntity | null> {
    return this.visibleTo(viewer).andWhere('community.id = :id', { id }).getOne();
  }

  /** As `byId`; what was merged into another is found by its old id too. */
  async byIdOrMerged(viewer: Viewer, id: string): Promise<CommunityEntity | null> {
    const found = await this.byId(viewer, id);
    if (found) return found;
    return this.visibleTo(viewer).andWhere('community.id = (SELECT into_id FROM community_redirect WHERE from_id = :id)', { id }).getOne();
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, CommunityEntity>> {
    const communities = await this.visibleTo(viewer).andWhere('community.id = ANY(:ids)', { ids }).getMany();
    return new Map(communities.map((community) => [community.id, community]));
  }

  /** Whether the viewer may read what is inside each community; communities that are missing or closed to them are left out of the answer. */
  async readableAmong(viewer: Viewer, ids: readonly string[]): Promise<Map<string, true>> {
    const rows = await this.dataSource
      .createQueryBuilder(CommunityEntity, 'community')
      .select('community.id', 'id')
      .where('community.id = ANY(:ids)', { ids })
      .andWhere(communityReadableBy('community', ':viewerId'), { viewerId: viewer.personId })
      .getRawMany<{ id: string }>();
    return new Map(rows.map(({ id }) => [id, true]));
  }

  /** Whether everybody may read it: a fact about the community, not about a viewer. */
  async isOpen(id: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(CommunityEntity, { id, visibility: 'open' });
  }

  /** By name, or the best matches first when words are looked for. */
  async list(viewer: Viewer, filter: CommunityFilter, page: PageRequest): Promise<CountedConnection<CommunityEntity>> {
    const matching = this.visibleTo(viewer);
    if (filter.memberId) {
      matching.andWhere('EXISTS (SELECT 1 FROM membership joined WHERE joined.community_id = community.id AND joined.person_id = :memberId)', { memberId: filter.memberId });
      if (filter.memberId !== viewer.personId) matching.andWhere(communityReadableBy('community', ':viewerId'));
    }
    if (filter.animatorId) matching.andWhere(isAnimator('community.id', ':animatorId'), { animatorId: filter.animatorId });
    if (filter.archived !== undefined) matching.andWhere(`community.archived_at IS ${filter.archived ? 'NOT NULL' : 'NULL'}`);
    const words = searchWords(filter.search);
    if (words) matching.andWhere(`fold(:words) <% fold(community.name || ' ' || community.description)`, { words });
    const totalCount = await matching.getCount();
    return words ? this.bestMatches(matching, words, page, totalCount) : this.byName(matching, page, totalCount);
  }

  private async bestMatches(matching: SelectQueryBuilder<CommunityEntity>, words: string, page: PageRequest, totalCount: number): Promise<CountedConnection<CommunityEntity>> {
    const start = page.after ? Number(decodeCursor(page.after, ['position'])[0]) : 0;
    const rows = await matching
      .addSelect('word_similarity(fold(:words), fold(community.name))', 'likeness')
      .setParameter('words', words)
      .orderBy('likeness', 'DESC')
      .addOrderBy('community.sortName')
      .addOrderBy('community.id')
      .offset(start)
      .limit(page.first + 1)
      .getMany();
    const positions = connection(rows.map((community, i) => ({ community, position: start + i + 1 })), page, (row) => encodeCursor(row.position));
    return { pageInfo: positions.pageInfo, edges: positions.edges.map(({ cursor, node }) => ({ cursor, node: node.community })), totalCount };
  }

  private async byName(matching: SelectQueryBuilder<CommunityEntity>, page: PageRequest, totalCount: number): Promise<CountedConnection<CommunityEntity>> {
    if (page.after) {
      const [sortName, id] = decodeCursor(page.after, ['string', 'id']);
      matching.andWhere('(community.sort_name, community.id) > (:sortName, :afterId)', { sortName, afterId: id });
    }
    const rows = await matching
      .orderBy('community.sortName')
      .addOrderBy('community.id')
      .limit(page.first + 1)
      .getMany();
    return { ...connection(rows, page, (row) => encodeCursor(row.sortName, row.id)), totalCount };
  }
}
