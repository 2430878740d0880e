import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '@parvis/platform/server';
import { memberJoined } from '../communities.events.ts';
import { JoinRequestEntity } from './join-request.entity.ts';

/** The one way in: whoever asked to check that somebody may come in has done so. */
@Injectable()
export class Admission {
  /** Somebody who is in already stays as they are. */
  async admit(tx: Transaction, communityId: string, personId: string): Promise<void> {
    await tx.manager.delete(JoinRequestEntity, { communityId, personId });
    const inserted: unknown[] = await tx.manager.query(
      `INSERT INTO membership (id, community_id, person_id, role, joined_at)
       -- Somebody must be able to let people in: the first to come into an empty community animates it.
       SELECT $1, $2, $3, CASE WHEN EXISTS (SELECT 1 FROM membership WHERE community_id = $2) THEN 'member' ELSE 'animator' END, now()
       ON CONFLICT (person_id, community_id) DO NOTHING RETURNING id`,
      [newId(), communityId, personId],
    );
    if (inserted.length > 0) tx.emit(memberJoined({ communityId, personId }));
  }
}
