import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, newId, Transactions } from '@parvis/platform/server';
import { peopleErrors } from '../people.errors.ts';
import { delegationDeclared, delegationEnded } from '../people.events.ts';
import { delegationHolds } from './delegation.access.ts';
import { DelegationEntity } from './delegation.entity.ts';

/** Lets executives declare who may write on their behalf; either of the two ends it. */
@Injectable()
export class DelegationService {
  constructor(private readonly transactions: Transactions) {}

  /** Only for oneself; one that holds already stays as it is. Errors: DELEGATION_ONLY_EXECUTIVES, DELEGATION_SELF, PERSON_NOT_FOUND (who left included), ID_INVALID. */
  async declare(viewer: Viewer, id: string): Promise<DelegationEntity> {
    const delegateId = checkedId('personId', id);
    if (!viewer.roles.includes('executive')) throw peopleErrors.delegationOnlyExecutives();
    if (delegateId === viewer.personId) throw peopleErrors.delegationSelf();
    return this.transactions.run(async (tx) => {
      // Locked: two presses of the button declare one delegation.
      await tx.manager.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [viewer.personId]);
      const [delegate]: unknown[] = await tx.manager.query('SELECT 1 FROM person WHERE id = $1 AND deactivated_at IS NULL', [delegateId]);
      if (!delegate) throw peopleErrors.notFound();
      const held = await tx.manager
        .createQueryBuilder(DelegationEntity, 'delegation')
        .where({ executiveId: viewer.personId, delegateId })
        .andWhere(delegationHolds('delegation'))
        .getOne();
      if (held) return held;
      const delegation = { id: newId(), executiveId: viewer.personId, delegateId, declaredById: viewer.personId, since: new Date(), until: null };
      await tx.manager.insert(DelegationEntity, delegation);
      tx.emit(delegationDeclared({ executiveId: viewer.personId, delegateId }));
      return delegation;
    });
  }

  /** Errors: DELEGATION_NOT_FOUND: missing, ended, or between others. */
  async end(viewer: Viewer, id: string): Promise<DelegationEntity> {
    const delegationId = checkedId('id', id);
    return this.transactions.run(async (tx) => {
      const delegation = await tx.manager
        .createQueryBuilder(DelegationEntity, 'delegation')
        .where('delegation.id = :delegationId AND (delegation.until IS NULL OR delegation.until > now())', { delegationId })
        .andWhere(':viewerId IN (delegation.executive_id, delegation.delegate_id)', { viewerId: viewer.personId })
        .setLock('pessimistic_write')
        .getOne();
      if (!delegation) throw peopleErrors.delegationNotFound();
      await tx.manager.save(Object.assign(delegation, { until: new Date() }));
      tx.emit(delegationEnded({ executiveId: delegation.executiveId, delegateId: delegation.delegateId }));
      return delegation;
    });
  }
}
