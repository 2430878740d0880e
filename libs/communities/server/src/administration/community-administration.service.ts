import { Injectable } from '@nestjs/common';
import { Administration, type Viewer } from '@parvis/identity/server';
import { Transactions } from '@parvis/platform/server';
import { recordChange } from '../change/record-change.ts';
import { communityArchived, communityRestored } from '../communities.events.ts';
import { CommunityLock } from '../community/community-lock.ts';
import { CommunityEntity } from '../community/community.entity.ts';

/** What IT does with communities without reading them. */
@Injectable()
export class CommunityAdministrationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly administration: Administration,
    private readonly lock: CommunityLock,
  ) {}

  /**
   * Puts one to rest or wakes it; its animators see by whom in its history. The same again changes nothing.
   * Errors: FORBIDDEN (IT only), CONFIRMATION_NEEDED, ID_INVALID, COMMUNITY_NOT_FOUND (also a secret one that IT is not in).
   */
  async setArchived(viewer: Viewer, id: string, isArchived: boolean): Promise<CommunityEntity> {
    this.administration.require(viewer);
    return this.transactions.run(async (tx) => {
      const community = await this.lock.forViewer(tx, viewer, id);
      if ((community.archivedAt !== null) === isArchived) return community;
      const archivedAt = isArchived ? new Date() : null;
      await tx.manager.update(CommunityEntity, community.id, { archivedAt });
      await recordChange(tx, { communityId: community.id, actorId: viewer.personId, kind: isArchived ? 'archived' : 'restored' });
      const told = { communityId: community.id, personId: viewer.personId };
      tx.emit(isArchived ? communityArchived(told) : communityRestored(told));
      tx.record({ area: 'configuration', action: `configuration.community-${isArchived ? 'archived' : 'restored'}`, actorId: viewer.personId, details: { community: community.id } });
      return Object.assign(community, { archivedAt });
    });
  }
}
