import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, platformErrors, Transactions } from '@parvis/platform/server';
import { recordChange } from '../change/record-change.ts';
import { communityErrors } from '../communities.errors.ts';
import { memberJoined, roleChanged } from '../communities.events.ts';
import { CommunityEntity } from '../community/community.entity.ts';
import { isOrphaned } from './orphan.access.ts';

/** Gives an animator to a community that has none left. */
@Injectable()
export class OrphanService {
  constructor(private readonly transactions: Transactions) {}

  /**
   * One of its members who still works here; anybody else of the company only where there is none left. Never oneself: looking after Parvis is no way
   * into what others say among themselves. Errors: FORBIDDEN (IT only), COMMUNITY_NOT_FOUND (also one that has an animator), PERSON_NOT_FOUND, ID_INVALID.
   */
  async appoint(viewer: Viewer, input: { communityId: string; personId: string }): Promise<CommunityEntity> {
    if (!viewer.roles.includes('it')) throw platformErrors.forbidden();
    const [id, personId] = [checkedId('communityId', input.communityId), checkedId('personId', input.personId).toLowerCase()];
    return this.transactions.run(async (tx) => {
      const community = await tx.manager
        .createQueryBuilder(CommunityEntity, 'community')
        .where('community.id = :id', { id })
        .andWhere(isOrphaned('community'))
        .setLock('pessimistic_write')
        .getOne();
      if (!community) throw communityErrors.notFound();
      const [candidate] = await tx.manager.query(candidateSql, [community.id, personId]);
      if (!candidate || personId === viewer.personId) throw communityErrors.personNotFound();
      const [{ isNew }]: [{ isNew: boolean }] = await tx.manager.query(
        `INSERT INTO membership (id, community_id, person_id, role, joined_at, welcomed_at) VALUES ($1, $2, $3, 'animator', now(), now())
         ON CONFLICT (person_id, community_id) DO UPDATE SET role = 'animator' RETURNING id = $1 AS "isNew"`,
        [newId(), community.id, personId],
      );
      await recordChange(tx, { communityId: community.id, actorId: viewer.personId, kind: 'animator-named', personId });
      if (isNew) tx.emit(memberJoined({ communityId: community.id, personId }));
      tx.emit(roleChanged({ communityId: community.id, personId, role: 'animator' }));
      return community;
    });
  }
}

const candidateSql = `
  SELECT 1 FROM person WHERE person.id = $2 AND person.deactivated_at IS NULL AND (
    EXISTS (SELECT 1 FROM membership own WHERE own.community_id = $1 AND own.person_id = person.id)
    OR NOT EXISTS (SELECT 1 FROM membership own JOIN person other ON other.id = own.person_id WHERE own.community_id = $1 AND other.deactivated_at IS NULL)
  )`;
