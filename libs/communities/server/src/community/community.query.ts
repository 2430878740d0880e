import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, platformErrors, searchWords, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { CommunityContents } from '../content/community-contents.ts';
import { communityReadableBy, communityVisibleTo, isAnimator } from './community.access.ts';
import { CommunityEntity } from './community.entity.ts';

/** name: as in a dictionary. activity: where something came last first. size: the largest first. */
export type CommunityOrder = 'name' | 'activity' | 'size';

export interface CommunityFilter {
  /** Words to look for in name and purpose, misspellings forgiven. */
  search?: string | null;
  /** Only those in which every word stands as it is, which is quicker. */
  isExact?: boolean;
  /** Only those that this person is a member of; of somebody else's, only those that the viewer may read, since who is in a closed one is its members' to know. */
  memberId?: string | null;
  /** Only those that this person animates. */
  animatorId?: string | null;
  /** Only those about this topic, folded. */
  topic?: string | null;
  /** True: only those at rest; false: only those that live; not named: both. */
  archived?: boolean;
}

const maxWords = 6;

/** Reads communities, all through `visibleTo`. */
@Injectable()
export class CommunityQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contents: CommunityContents,
  ) {}

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

  /** In the order asked for, or the best matches first when words are looked for. */
  async list(viewer: Viewer, filter: CommunityFilter, page: PageRequest, order: CommunityOrder = 'name'): Promise<CountedConnection<CommunityEntity>> {
    const matching = this.visibleTo(viewer);
    if (filter.memberId) {
      matching.andWhere('EXISTS (SELECT 1 FROM membership joined WHERE joined.community_id = community.id AND joined.person_id = :memberId)', { memberId: filter.memberId });
      if (filter.memberId !== viewer.personId) matching.andWhere(communityReadableBy('community', ':viewerId'));
    }
    const topic = filter.topic?.replaceAll('\u0000', '').trim();
    if (topic) matching.andWhere('community.topic_keys @> ARRAY[fold(:topic)]', { topic });
    if (filter.animatorId) matching.andWhere(isAnimator('community.id', ':animatorId'), { animatorId: filter.animatorId });
    if (filter.archived !== undefined) matching.andWhere(`community.archived_at IS ${filter.archived ? 'NOT NULL' : 'NULL'}`);
    const words = searchWords(filter.search);
    if (words) this.search(matching, words, filter.isExact ?? false);
    const totalCount = await matching.getCount();
    if (words) return this.bestMatches(matching, words, page, totalCount);
    return order === 'name' ? this.byName(matching, page, totalCount) : this.byRank(matching, this.rankBy(order), page, totalCount);
  }

  private search(matching: SelectQueryBuilder<CommunityEntity>, words: string, isExact: boolean): void {
    const text = `fold(community.name || ' ' || community.description)`;
    if (!isExact) {
      matching.andWhere(`fold(:words) <% ${text}`, { words });
      return;
    }
    const asked = (words.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, maxWords);
    if (asked.length === 0) matching.andWhere('FALSE');
    for (const [i, word] of asked.entries()) matching.andWhere(`${text} LIKE '%' || fold(:word${i}) || '%'`, { [`word${i}`]: word });
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

  /** What the order goes by, as a whole number: microseconds or members. */
  private rankBy(order: 'activity' | 'size'): string {
    if (order === 'size') return '(SELECT count(*) FROM membership counted WHERE counted.community_id = community.id)';
    return `(extract(epoch FROM coalesce(${this.contents.latestIn('community.id')}, community.created_at)) * 1000000)::bigint`;
  }

  private async byRank(matching: SelectQueryBuilder<CommunityEntity>, rank: string, page: PageRequest, totalCount: number): Promise<CountedConnection<CommunityEntity>> {
    if (page.after) {
      const [after, id] = decodeCursor(page.after, ['string', 'id']);
      if (typeof after !== 'string' || !/^\d{1,18}$/.test(after)) throw platformErrors.cursorInvalid();
      matching.andWhere(`(${rank}, community.id) < (:afterRank::bigint, :afterId)`, { afterRank: after, afterId: id });
    }
    const { entities, raw } = await matching
      .addSelect(rank, 'rank')
      .orderBy('rank', 'DESC')
      .addOrderBy('community.id', 'DESC')
      .limit(page.first + 1)
      .getRawAndEntities<{ rank: string }>();
    const ranked = connection(entities.map((community, i) => ({ community, rank: raw[i]?.rank ?? '0' })), page, (row) => encodeCursor(String(row.rank), row.community.id));
    return { pageInfo: ranked.pageInfo, edges: ranked.edges.map(({ cursor, node }) => ({ cursor, node: node.community })), totalCount };
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
