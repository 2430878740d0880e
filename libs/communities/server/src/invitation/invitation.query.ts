import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { isAnimator } from '../community/community.access.ts';
import { InvitationEntity } from './invitation.entity.ts';

/** Reads invitations that wait for an answer: one’s own, and for animators those into their community. */
@Injectable()
export class InvitationQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Into communities that still live; newest first. */
  async mine(viewer: Viewer, page: PageRequest): Promise<CountedConnection<InvitationEntity>> {
    const mine = this.unanswered()
      .innerJoin('community', 'community', 'community.id = invitation.community_id AND community.archived_at IS NULL')
      .andWhere('invitation.person_id = :viewerId', { viewerId: viewer.personId });
    return newestFirst(mine, page);
  }

  /** Newest first; empty unless the viewer animates the community. Whoever has left the company will not answer. */
  async ofCommunity(viewer: Viewer, communityId: string, page: PageRequest): Promise<CountedConnection<InvitationEntity>> {
    const sent = this.unanswered()
      .innerJoin('person', 'invited', 'invited.id = invitation.person_id AND invited.deactivated_at IS NULL')
      .andWhere('invitation.community_id = :communityId', { communityId })
      .andWhere(isAnimator('invitation.community_id', ':viewerId'), { viewerId: viewer.personId });
    return newestFirst(sent, page);
  }

  /** The viewer’s own, by community. */
  async byCommunities(viewer: Viewer, communityIds: readonly string[]): Promise<Map<string, InvitationEntity>> {
    const found = await this.unanswered()
      .andWhere('invitation.person_id = :viewerId AND invitation.community_id = ANY(:communityIds)', { viewerId: viewer.personId, communityIds })
      .getMany();
    return new Map(found.map((invitation) => [invitation.communityId, invitation]));
  }

  private unanswered(): SelectQueryBuilder<InvitationEntity> {
    return this.dataSource.createQueryBuilder(InvitationEntity, 'invitation').where('invitation.declined_at IS NULL');
  }
}

async function newestFirst(found: SelectQueryBuilder<InvitationEntity>, page: PageRequest): Promise<CountedConnection<InvitationEntity>> {
  const totalCount = await found.getCount();
  if (page.after) {
    const [id] = decodeCursor(page.after, ['id']);
    found.andWhere('invitation.id < :afterId', { afterId: id });
  }
  const rows = await found
    .orderBy('invitation.id', 'DESC')
    .limit(page.first + 1)
    .getMany();
  return { ...connection(rows, page, (row) => encodeCursor(row.id)), totalCount };
}
