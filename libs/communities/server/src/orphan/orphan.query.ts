import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, platformErrors, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { CommunityEntity } from '../community/community.entity.ts';
import { isOrphaned } from './orphan.access.ts';

const maxCandidates = 10;

/** Communities without an animator, for those who look after Parvis: their name, visibility and size, and who could animate them; nothing of what is in them. */
@Injectable()
export class OrphanQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** By name, secret ones too. Errors: FORBIDDEN unless the viewer is of IT or a moderator. */
  async list(viewer: Viewer, page: PageRequest): Promise<CountedConnection<CommunityEntity>> {
    if (!viewer.roles.some((role) => role === 'it' || role === 'moderator')) throw platformErrors.forbidden();
    const orphaned = this.dataSource.createQueryBuilder(CommunityEntity, 'community').where(isOrphaned('community'));
    const totalCount = await orphaned.getCount();
    if (page.after) {
      const [sortName, id] = decodeCursor(page.after, ['string', 'id']);
      orphaned.andWhere('(community.sort_name, community.id) > (:sortName, :afterId)', { sortName, afterId: id });
    }
    const rows = await orphaned
      .orderBy('community.sortName')
      .addOrderBy('community.id')
      .limit(page.first + 1)
      .getMany();
    return { ...connection(rows, page, (row) => encodeCursor(row.sortName, row.id)), totalCount };
  }

  /** For each, the members still in the company who have been there longest. */
  async candidateIds(communityIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { communityId: string; personId: string }[] = await this.dataSource.query(
      `SELECT community.id AS "communityId", member.person_id AS "personId"
       FROM community CROSS JOIN LATERAL (
         SELECT membership.person_id, membership.joined_at FROM membership JOIN person ON person.id = membership.person_id
         WHERE membership.community_id = community.id AND person.deactivated_at IS NULL ORDER BY membership.joined_at, membership.id LIMIT ${maxCandidates}
       ) member
       WHERE community.id = ANY($1) ORDER BY member.joined_at`,
      [communityIds],
    );
    return new Map([...Map.groupBy(rows, (row) => row.communityId)].map(([id, group]) => [id, group.map(({ personId }) => personId)]));
  }
}
