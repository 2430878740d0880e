import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@parvis/platform/server';
import { IsNull } from 'typeorm';
import { memberJoined, memberLeft } from '../communities.events.ts';
import { InvitationEntity } from '../invitation/invitation.entity.ts';
import { GivenPlaceEntity } from './given-place.entity.ts';
import { JoinRequestEntity } from './join-request.entity.ts';
import { MembershipEntity } from './membership.entity.ts';

/** The way in and the way out, for commands that have checked that somebody may come or go. */
@Injectable()
export class Admission {
  isWaiting(tx: Transaction, communityId: string, personId: string): Promise<boolean> {
    return tx.manager.existsBy(JoinRequestEntity, { communityId, personId });
  }

  /** Somebody who is in already stays as they are: false. */
  async admit(tx: Transaction, communityId: string, personId: string, admittedById?: string): Promise<boolean> {
    await tx.manager.delete(JoinRequestEntity, { communityId, personId });
    await tx.manager.delete(InvitationEntity, { communityId, personId });
    const inserted: unknown[] = await tx.manager.query(
      `INSERT INTO membership (id, community_id, person_id, role, joined_at)
       -- Somebody must be able to let people in: the first to come into an empty community animates it.
       SELECT $1, $2, $3, CASE WHEN EXISTS (
         SELECT 1 FROM membership JOIN person ON person.id = membership.person_id WHERE community_id = $2 AND person.deactivated_at IS NULL
       ) THEN 'member' ELSE 'animator' END, now()
       ON CONFLICT (person_id, community_id) DO NOTHING RETURNING id`,
      [newId(), communityId, personId],
    );
    if (inserted.length > 0) tx.emit(memberJoined({ communityId, personId, ...(admittedById && { admittedById }) }));
    return inserted.length > 0;
  }

  /** From now on the place is the person's own: no group takes it any more, nor brings them back. */
  async release(tx: Transaction, communityId: string, personId: string): Promise<void> {
    await tx.manager.update(GivenPlaceEntity, { communityId, personId }, { isReleased: true });
  }

  /** The one way out: what they asked of others in the community's name goes with them. */
  async dismiss(tx: Transaction, communityId: string, personId: string): Promise<void> {
    await tx.manager.delete(MembershipEntity, { communityId, personId });
    await this.release(tx, communityId, personId);
    await tx.manager.delete(InvitationEntity, { communityId, inviterId: personId, declinedAt: IsNull() });
    tx.emit(memberLeft({ communityId, personId }));
  }
}
