import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { isAnimator } from '../community/community.access.ts';
import { CommunityChangeEntity } from './community-change.entity.ts';

/** Reads who changed what in a community, for its animators. */
@Injectable()
export class CommunityChangeQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first; empty unless the viewer animates the community. */
  async list(viewer: Viewer, communityId: string, page: PageRequest): Promise<CountedConnection<CommunityChangeEntity>> {
    const changes = this.dataSource
      .createQueryBuilder(CommunityChangeEntity, 'change')
      .where('change.community_id = :communityId', { communityId })
      .andWhere(isAnimator('change.community_id', ':viewerId'), { viewerId: viewer.personId });
    const totalCount = await changes.getCount();
    if (page.after) {
      const [id] = decodeCursor(page.after, ['id']);
      changes.andWhere('change.id < :afterId', { afterId: id });
    }
    const rows = await changes
      .orderBy('change.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return { ...connection(rows, page, (row) => encodeCursor(row.id)), totalCount };
  }
}
