import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, platformErrors, Transactions, type Transaction } from '@parvis/platform/server';
import { In } from 'typeorm';
import { ideasErrors } from '../ideas.errors.ts';
import { campaignChanged } from '../ideas.events.ts';
import { CampaignLock } from './campaign-lock.ts';
import { CampaignRoleEntity } from './campaign-role.entity.ts';
import type { CampaignEntity } from './campaign.entity.ts';

const maxModerators = 10;

/** Names who helps to run a campaign, and hands it over. */
@Injectable()
export class CampaignRolesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: CampaignLock,
  ) {}

  /** Who helps to run it from now on: at most ten people who work here, beside its owner, no juror. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_PERSON_INVALID, JUROR_INVALID, TOO_MANY_ITEMS, ID_INVALID. */
  async appoint(viewer: Viewer, id: string, personIds: readonly string[]): Promise<CampaignEntity> {
    const distinct = [...new Set(personIds.map((personId) => checkedId('personIds', personId)))];
    if (distinct.length > maxModerators) throw platformErrors.tooManyItems('personIds', maxModerators);
    return this.transactions.run(async (tx) => {
      const { campaign } = await this.lock.forCommand(tx, viewer, id, 'appoint');
      await requireWorking(tx, 'personIds', distinct);
      const helping = distinct.filter((personId) => personId !== campaign.ownerId);
      const before = { campaignId: campaign.id, role: 'moderator' as const };
      const known = new Set((await tx.manager.findBy(CampaignRoleEntity, before)).map(({ personId }) => personId));
      await requireNoJuror(tx, campaign, { field: 'personIds', personIds: helping.filter((personId) => !known.has(personId)) });
      await tx.manager.delete(CampaignRoleEntity, before);
      await tx.manager.insert(CampaignRoleEntity, helping.map((personId) => ({ campaignId: campaign.id, personId, role: 'moderator' as const })));
      tx.emit(campaignChanged({ campaignId: campaign.id, byId: viewer.personId }));
      return campaign;
    });
  }

  /** Somebody else runs it from now on, no juror; who did helps as a moderator, unless ten do. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW, CAMPAIGN_PERSON_INVALID, JUROR_INVALID, ID_INVALID. */
  async handOver(viewer: Viewer, id: string, personId: string): Promise<CampaignEntity> {
    const ownerId = checkedId('personId', personId);
    return this.transactions.run(async (tx) => {
      // Who has handed it over may not do so any more: a retry finds it done.
      const { campaign } = await this.lock.forCommand(tx, viewer, id, 'appoint', (held) => held.campaign.ownerId === ownerId);
      if (campaign.ownerId === ownerId) return campaign;
      await requireWorking(tx, 'personId', [ownerId]);
      await requireNoJuror(tx, campaign, { field: 'personId', personIds: [ownerId] });
      await tx.manager.delete(CampaignRoleEntity, { campaignId: campaign.id, personId: ownerId, role: 'moderator' });
      const before = { campaignId: campaign.id, role: 'moderator' as const };
      if ((await tx.manager.countBy(CampaignRoleEntity, before)) < maxModerators) {
        await tx.manager.createQueryBuilder().insert().into(CampaignRoleEntity).values({ ...before, personId: campaign.ownerId }).orIgnore().execute();
      }
      campaign.ownerId = ownerId;
      await tx.manager.save(campaign);
      tx.emit(campaignChanged({ campaignId: campaign.id, byId: viewer.personId }));
      return campaign;
    });
  }
}

/** Who runs a campaign, helps to, or decides about its ideas, does not judge them. Errors: JUROR_INVALID. */
export async function requireNoJuror(tx: Transaction, { id }: Pick<CampaignEntity, 'id'>, { field, personIds }: { field: string; personIds: readonly string[] }): Promise<void> {
  if (await tx.manager.existsBy(CampaignRoleEntity, { campaignId: id, personId: In([...personIds]), role: 'juror' })) throw ideasErrors.jurorInvalid(field);
}

async function requireWorking(tx: Transaction, field: string, personIds: readonly string[]): Promise<void> {
  const working: unknown[] = await tx.manager.query('SELECT 1 FROM person WHERE id = ANY($1) AND deactivated_at IS NULL', [personIds]);
  if (working.length < personIds.length) throw ideasErrors.personInvalid(field);
}
