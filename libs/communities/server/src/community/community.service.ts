import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, requiredLine, limited, platformErrors, Transactions } from '@parvis/platform/server';
import { communityCreated } from '../communities.events.ts';
import { MembershipEntity } from '../membership/membership.entity.ts';
import { CommunityEntity, type CommunityVisibility } from './community.entity.ts';

export interface NewCommunity {
  key: string;
  name: string;
  description: string;
  visibility: CommunityVisibility;
}

export const maxNameLength = 100;
export const maxDescriptionLength = 1_000;

/** Makes communities. */
@Injectable()
export class CommunityService {
  constructor(private readonly transactions: Transactions) {}

  /** Anybody may open a community and is its first animator. Errors: ID_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG. */
  async create(viewer: Viewer, input: NewCommunity): Promise<CommunityEntity> {
    const key = checkedId('key', input.key);
    const name = requiredLine('name', input.name, maxNameLength);
    const description = limited('description', input.description, maxDescriptionLength);
    if (!description) throw platformErrors.textRequired('description');
    return this.transactions.run(async (tx) => {
      const id = newId();
      const inserted: { id: string }[] = await tx.manager.query(
        `INSERT INTO community (id, name, sort_name, description, visibility, created_by_id, key, created_at)
         VALUES ($1, $2, fold($2), $3, $4, $5, $6, now()) ON CONFLICT (created_by_id, key) DO NOTHING RETURNING id`,
        [id, name, description, input.visibility, viewer.personId, key],
      );
      if (inserted.length > 0) {
        await tx.manager.insert(MembershipEntity, { id: newId(), communityId: id, personId: viewer.personId, role: 'animator', joinedAt: new Date(), welcomedAt: new Date() });
        tx.emit(communityCreated({ communityId: id, personId: viewer.personId }));
      }
      return tx.manager.findOneByOrFail(CommunityEntity, { createdById: viewer.personId, key });
    });
  }
}
