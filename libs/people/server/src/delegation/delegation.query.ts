import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { delegationHolds } from './delegation.access.ts';
import { DelegationEntity } from './delegation.entity.ts';

/** Who may write on whose behalf. Every signed-in person may know: nobody is deceived. */
@Injectable()
export class DelegationQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that hold in which these people are the executive or the delegate, the oldest first. */
  async ofPeople(personIds: readonly string[]): Promise<Map<string, DelegationEntity[]>> {
    const rows = await this.dataSource
      .createQueryBuilder(DelegationEntity, 'delegation')
      .where('(delegation.executive_id = ANY(:personIds) OR delegation.delegate_id = ANY(:personIds))', { personIds })
      .andWhere(delegationHolds('delegation'))
      .orderBy('delegation.id')
      .getMany();
    return new Map(personIds.map((id) => [id, rows.filter(({ executiveId, delegateId }) => executiveId === id || delegateId === id)]));
  }

  /** For commands: asks within their transaction, so that an ending one is seen at once. */
  async mayWriteFor(manager: EntityManager, delegateId: string, executiveId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM delegation WHERE delegation.executive_id = $1 AND delegation.delegate_id = $2 AND ${delegationHolds('delegation')} LIMIT 1`,
      [executiveId, delegateId],
    );
    return rows.length > 0;
  }
}
