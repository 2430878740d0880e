import { newId, type Transaction } from '@parvis/platform/server';
import { CommunityChangeEntity, type CommunityChangeKind } from './community-change.entity.ts';

export interface CommunityChange {
  communityId: string;
  actorId: string;
  kind: CommunityChangeKind;
  /** Whom it is about. */
  personId?: string;
  before?: string | null;
  after?: string | null;
}

/** Keeps who changed what, in the transaction of the change itself. */
export async function recordChange(tx: Transaction, { personId = undefined, before = null, after = null, ...change }: CommunityChange): Promise<void> {
  await tx.manager.insert(CommunityChangeEntity, { id: newId(), personId: personId ?? null, before, after, changedAt: new Date(), ...change });
}
