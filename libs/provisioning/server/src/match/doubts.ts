import { Injectable } from '@nestjs/common';
import { Administration, MatchDecisionEntity, PeopleMerge, requireTypedName, type Viewer } from '@parvis/identity/server';
import { checkedId, Transactions } from '@parvis/platform/server';
import { DataSource, IsNull } from 'typeorm';
import { provisioningErrors } from '../provisioning.errors.ts';
import { ScimUsers } from '../user/scim-users.ts';

const mostWaiting = 50;

/** Two people who may be one: they wait until IT decides. */
@Injectable()
export class Doubts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly merge: PeopleMerge,
    private readonly users: ScimUsers,
    private readonly administration: Administration,
  ) {}

  /** Those that have waited longest. Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async waiting(viewer: Viewer): Promise<MatchDecisionEntity[]> {
    this.administration.require(viewer);
    return this.dataSource.manager.find(MatchDecisionEntity, { where: { decidedAt: IsNull() }, order: { foundAt: 'ASC', id: 'ASC' }, take: mostWaiting });
  }

  /** Errors: FORBIDDEN, CONFIRMATION_NEEDED. */
  async count(viewer: Viewer): Promise<number> {
    this.administration.require(viewer);
    return this.dataSource.manager.countBy(MatchDecisionEntity, { decidedAt: IsNull() });
  }

  /** The person who stays: the one who was known before. To merge, the newcomer’s name is typed. Errors: FORBIDDEN, CONFIRMATION_NEEDED, ID_INVALID, MATCH_NOT_FOUND, MATCH_OWN, NAME_TYPED_DIFFERS, MATCH_TWO_ACCOUNTS. */
  async decide(viewer: Viewer, { id, isSame, typedName }: { id: string; isSame: boolean; typedName: string }): Promise<{ personId: string }> {
    this.administration.require(viewer);
    const doubtId = checkedId('id', id);
    return this.transactions.run(async (tx) => {
      const doubt = await tx.manager.findOne(MatchDecisionEntity, { where: { id: doubtId, decidedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
      if (!doubt) throw provisioningErrors.doubtNotFound();
      const { newcomerId, knownId, rule } = doubt;
      if (viewer.personId === newcomerId || viewer.personId === knownId) throw provisioningErrors.doubtAboutOneself();
      await tx.manager.update(MatchDecisionEntity, { id: doubtId }, { decidedAt: new Date() });
      if (isSame) {
        await requireTypedName(tx.manager, newcomerId, typedName);
        if (await this.users.haveBoth(tx, newcomerId, knownId)) throw provisioningErrors.twoAccounts();
        await this.merge.merge(tx, { fromId: newcomerId, intoId: knownId });
        await this.users.tellAgain(tx, knownId);
      }
      tx.record({ area: 'provisioning', action: isSame ? 'provisioning.people-merged' : 'provisioning.people-parted', actorId: viewer.personId, details: { newcomer: newcomerId, known: knownId, rule } });
      return { personId: knownId };
    });
  }
}
