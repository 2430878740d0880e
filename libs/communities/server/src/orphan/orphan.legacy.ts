import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Legacies, type LegacyKind, type Viewer } from '@parvis/identity/server';
import type { Transaction } from '@parvis/platform/server';
import { recordChange } from '../change/record-change.ts';
import { roleChanged } from '../communities.events.ts';
import { isOrphaned } from './orphan.access.ts';

/** A community whose last animator has left is offered to those who are in it: they see what it is, and nobody else hears of it. */
@Injectable()
export class OrphanLegacy implements LegacyKind, OnModuleInit {
  readonly kind = 'community';
  readonly offers = `
    SELECT community.id, community.name AS title, leaver.id AS leaver_id, leaver.deactivated_at AS left_at, joined.person_id AS taker_id
    FROM community JOIN membership joined ON joined.community_id = community.id JOIN person taker ON taker.id = joined.person_id AND taker.deactivated_at IS NULL
    CROSS JOIN LATERAL (
      SELECT gone.id, gone.deactivated_at FROM membership animating JOIN person gone ON gone.id = animating.person_id AND gone.deactivated_at IS NOT NULL
      WHERE animating.community_id = community.id AND animating.role = 'animator' ORDER BY gone.deactivated_at DESC, gone.id LIMIT 1
    ) leaver
    WHERE ${isOrphaned('community')}`;

  constructor(private readonly legacies: Legacies) {}

  onModuleInit(): void {
    this.legacies.register(this);
  }

  async takeOver(tx: Transaction, { personId }: Viewer, communityId: string): Promise<void> {
    await tx.manager.query(`UPDATE membership SET role = 'animator' WHERE community_id = $1 AND person_id = $2`, [communityId, personId]);
    await recordChange(tx, { communityId, actorId: personId, kind: 'animator-named', personId });
    tx.emit(roleChanged({ communityId, personId, role: 'animator' }));
  }
}
