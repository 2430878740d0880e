import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { Transactions } from '@parvis/platform/server';
import { recordChange } from '../change/record-change.ts';
import { communityArchived, communityRestored } from '../communities.events.ts';
import { CommunityLock } from './community-lock.ts';
import { CommunityEntity } from './community.entity.ts';

/** Puts communities to rest and wakes them: what is archived is read and found, and nothing is added to it. */
@Injectable()
export class CommunityArchiveService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CommunityLock,
  ) {}

  /** The same again changes nothing. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR. */
  archive = (viewer: Viewer, id: string): Promise<CommunityEntity> => this.set(viewer, id, new Date());

  /** The same again changes nothing. Errors: COMMUNITY_NOT_FOUND, COMMUNITY_NOT_ANIMATOR. */
  restore = (viewer: Viewer, id: string): Promise<CommunityEntity> => this.set(viewer, id, null);

  private async set(viewer: Viewer, id: string, archivedAt: Date | null): Promise<CommunityEntity> {
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forAnimator(tx, viewer, id);
      if ((community.archivedAt === null) === (archivedAt === null)) return community;
      await tx.manager.update(CommunityEntity, community.id, { archivedAt });
      const told = { communityId: community.id, personId: viewer.personId };
      await recordChange(tx, { communityId: community.id, actorId: viewer.personId, kind: archivedAt ? 'archived' : 'restored' });
      tx.emit(archivedAt ? communityArchived(told) : communityRestored(told));
      return Object.assign(community, { archivedAt });
    });
  }
}
