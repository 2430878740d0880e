import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, type Transaction } from '@parvis/platform/server';
import { ideasErrors } from '../ideas.errors.ts';
import { allows, stageAt, type CampaignAction, type CampaignStage } from '../phase/campaign-stage.ts';
import { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';
import { inOrder } from '../phase/phases.ts';
import { campaignVisibleTo } from './campaign.access.ts';
import { CampaignEntity } from './campaign.entity.ts';
import { hindrance, mayCommand, type CampaignCommand, type CampaignRole } from './campaign.policy.ts';
import { CampaignRoleEntity } from './campaign-role.entity.ts';

/** A campaign that stays as it is until the transaction ends. */
export interface HeldCampaign {
  campaign: CampaignEntity;
  /** In their order. */
  phases: CampaignPhaseEntity[];
  /** By the clock of the database, read after the lock: all processes have the same, and whoever waited is judged by when their turn came. */
  now: Date;
  stage: CampaignStage;
  /** What the viewer is in it. */
  roles: CampaignRole[];
}

/** The only way to a campaign for a command. */
@Injectable()
export class CampaignLock {
  /** For taking part: many at a time, while nobody changes its course. Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_NOW. */
  async forTakingPart(tx: Transaction, viewer: Viewer, { field, id, action }: { field: string; id: string; action: CampaignAction }): Promise<HeldCampaign> {
    const held = await this.hold(tx, viewer, { id: checkedId(field, id), alone: false });
    requireStage(held, action);
    return held;
  }

  /**
   * For who has a role in it: one at a time. `isDone`: whether it was done already, which asks for neither role nor stage, as a retry may come when both are others: the caller then changes nothing.
   * Errors: ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW.
   */
  async forCommand(tx: Transaction, viewer: Viewer, id: string, command: CampaignCommand, isDone: (held: HeldCampaign) => boolean | Promise<boolean> = () => false): Promise<HeldCampaign> {
    const held = await this.hold(tx, viewer, { id: checkedId('id', id), alone: true });
    if (await isDone(held)) return held;
    if (!mayCommand(held.roles, command)) throw ideasErrors.campaignNotYours();
    const missing = hindrance(command, held.stage);
    if (missing) throw ideasErrors.campaignNotNow(missing, held.stage);
    return held;
  }

  /** For what hangs on an idea that the viewer was found to see, whoever the campaign is for. Errors: CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_NOW. */
  async behindIdea(tx: Transaction, viewer: Viewer, { id, action }: { id: string; action: CampaignAction }): Promise<HeldCampaign> {
    const held = await this.hold(tx, viewer, { id, alone: false, isSeen: true });
    requireStage(held, action);
    return held;
  }

  private async hold(tx: Transaction, viewer: Viewer, { id, alone, isSeen = false }: { id: string; alone: boolean; isSeen?: boolean }): Promise<HeldCampaign> {
    const campaign = await tx.manager
      .createQueryBuilder(CampaignEntity, 'campaign')
      .where('campaign.id = :id', { id })
      .andWhere(isSeen ? 'TRUE' : campaignVisibleTo('campaign', ':viewerId'), { viewerId: viewer.personId })
      .setLock(alone ? 'for_no_key_update' : 'pessimistic_read')
      .getOne();
    if (!campaign) throw ideasErrors.campaignNotFound();
    const phases = inOrder(await tx.manager.findBy(CampaignPhaseEntity, { campaignId: id }));
    const given = await tx.manager.findBy(CampaignRoleEntity, { campaignId: id, personId: viewer.personId });
    const now = await clockOf(tx);
    return { campaign, phases, now, stage: stageAt({ ...campaign, phases }, now), roles: rolesOf(campaign, viewer.personId, given) };
  }
}

/** What time it is by the clock of the database. */
export async function clockOf(tx: Transaction): Promise<Date> {
  const [{ now }]: [{ now: Date }] = await tx.manager.query('SELECT clock_timestamp() AS now');
  return now;
}

/** What somebody is in a campaign. */
export function rolesOf({ ownerId, sponsorId }: Pick<CampaignEntity, 'ownerId' | 'sponsorId'>, personId: string, given: readonly Pick<CampaignRoleEntity, 'role'>[]): CampaignRole[] {
  return [...(ownerId === personId ? ['owner' as const] : []), ...(sponsorId === personId ? ['sponsor' as const] : []), ...given.map(({ role }) => role)];
}

/** Errors: CAMPAIGN_NOT_NOW. */
export function requireStage({ stage }: Pick<HeldCampaign, 'stage'>, action: CampaignAction): void {
  if (!allows(stage, action)) throw ideasErrors.campaignNotNow(action, stage);
}
