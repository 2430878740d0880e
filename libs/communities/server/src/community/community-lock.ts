import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, type Transaction } from '@parvis/platform/server';
import { communityErrors } from '../communities.errors.ts';
import { MembershipEntity, type CommunityRole } from '../membership/membership.entity.ts';
import { communityVisibleTo } from './community.access.ts';
import { CommunityEntity } from './community.entity.ts';

/** The only way for a command to a community: seen by the viewer, and locked so that two animators cannot both leave as « not the last ». */
@Injectable()
export class CommunityLock {
  /** Errors: ID_INVALID, COMMUNITY_NOT_FOUND. */
  async forViewer(tx: Transaction, viewer: Viewer, id: string, field = 'id'): Promise<CommunityEntity> {
    const community = await tx.manager
      .createQueryBuilder(CommunityEntity, 'community')
      .where('community.id = :communityId', { communityId: checkedId(field, id) })
      .andWhere(communityVisibleTo('community', ':viewerId'), { viewerId: viewer.personId })
      .setLock('pessimistic_write')
      .getOne();
    if (!community) throw communityErrors.notFound();
    return community;
  }

  /** Errors: ID_INVALID, COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR. */
  async forAnimator(tx: Transaction, viewer: Viewer, id: string, field = 'id'): Promise<CommunityEntity> {
    const community = await this.forViewer(tx, viewer, id, field);
    if ((await this.roleOf(tx, viewer.personId, community.id)) !== 'animator') throw communityErrors.notAnimator();
    return community;
  }

  async roleOf(tx: Transaction, personId: string, communityId: string): Promise<CommunityRole | null> {
    const membership = await tx.manager.findOneBy(MembershipEntity, { personId, communityId });
    return membership?.role ?? null;
  }
}
