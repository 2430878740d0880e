import { Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';
import { isAnimator } from '../community/community.access.ts';
import type { CommunityEntity } from '../community/community.entity.ts';
import { Admission } from '../membership/admission.ts';

/** Moves the people of a community into another: members, those who wait, those who are invited. */
@Injectable()
export class MembersMove {
  constructor(private readonly admission: Admission) {}

  /** How many people still in the company are members of the one and not of the other. */
  async countOnlyIn(tx: Transaction, communityId: string, otherId: string): Promise<number> {
    const [row]: { count: number }[] = await tx.manager.query(
      `SELECT count(*)::int AS count FROM membership here JOIN person ON person.id = here.person_id AND person.deactivated_at IS NULL
       WHERE here.community_id = $1 AND NOT EXISTS (SELECT 1 FROM membership there WHERE there.community_id = $2 AND there.person_id = here.person_id)`,
      [communityId, otherId],
    );
    return row?.count ?? 0;
  }

  /** Returns who came in that was not there. */
  async move(tx: Transaction, { from, into }: { from: CommunityEntity; into: CommunityEntity }): Promise<string[]> {
    const way = [from.id, into.id];
    await moveGiven(tx, from, into);
    // Animators of the second know it; those of the first join them only where nobody who works here animates it.
    const [moved]: [{ personId: string }[], number] = await tx.manager.query(
      `UPDATE membership SET community_id = $2, welcomed_at = NULL,
         role = CASE WHEN EXISTS (
           SELECT 1 FROM membership kept JOIN person ON person.id = kept.person_id
           WHERE kept.community_id = $2 AND kept.role = 'animator' AND person.deactivated_at IS NULL
         ) THEN 'member' ELSE role END
       WHERE community_id = $1 AND NOT EXISTS (SELECT 1 FROM membership there WHERE there.community_id = $2 AND there.person_id = membership.person_id)
       RETURNING person_id AS "personId"`,
      way,
    );
    await tx.manager.query('DELETE FROM membership WHERE community_id = $1', [from.id]);
    const admitted = await this.moveWaiting(tx, from, into);
    await moveInvited(tx, from, into);
    return [...moved.map(({ personId }) => personId), ...admitted];
  }

  /** Whoever waited before the first one waits before the second, comes in where it is open, and waits no more where it cannot be seen. */
  private async moveWaiting(tx: Transaction, from: CommunityEntity, into: CommunityEntity): Promise<string[]> {
    if (into.visibility === 'closed') {
      await tx.manager.query(
        `UPDATE join_request SET community_id = $2 WHERE community_id = $1
           AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.community_id = $2 AND membership.person_id = join_request.person_id)
           AND NOT EXISTS (SELECT 1 FROM join_request there WHERE there.community_id = $2 AND there.person_id = join_request.person_id)`,
        [from.id, into.id],
      );
    }
    const [left]: [{ personId: string }[], number] = await tx.manager.query('DELETE FROM join_request WHERE community_id = $1 RETURNING person_id AS "personId"', [from.id]);
    if (into.visibility !== 'open') return [];
    for (const { personId } of left) await this.admission.admit(tx, into.id, personId);
    return left.map(({ personId }) => personId);
  }
}

/** A place that a group gave goes with its person, but where they have one in the second already. */
async function moveGiven(tx: Transaction, from: CommunityEntity, into: CommunityEntity): Promise<void> {
  await tx.manager.query(
    `UPDATE given_place SET community_id = $2 WHERE community_id = $1
       AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.community_id = $2 AND membership.person_id = given_place.person_id)
       AND NOT EXISTS (SELECT 1 FROM given_place there WHERE there.community_id = $2 AND there.person_id = given_place.person_id)`,
    [from.id, into.id],
  );
  await tx.manager.query('DELETE FROM given_place WHERE community_id = $1', [from.id]);
}

/** An invitation goes with the community where its sender may invite into the second; whoever has declined the first is not asked into the second. */
async function moveInvited(tx: Transaction, from: CommunityEntity, into: CommunityEntity): Promise<void> {
  const maySend = into.visibility === 'open' ? 'true' : isAnimator('$2', 'sent.inviter_id');
  await tx.manager.query(
    `UPDATE community_invitation sent SET community_id = $2 WHERE sent.community_id = $1 AND (sent.declined_at IS NOT NULL OR ${maySend})
       AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.community_id = $2 AND membership.person_id = sent.person_id)
       AND NOT EXISTS (SELECT 1 FROM community_invitation there WHERE there.community_id = $2 AND there.person_id = sent.person_id)`,
    [from.id, into.id],
  );
  await tx.manager.query('DELETE FROM community_invitation WHERE community_id = $1', [from.id]);
}
