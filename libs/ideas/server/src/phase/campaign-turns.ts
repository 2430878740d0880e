import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, jobType, Transactions, type Transaction } from '@parvis/platform/server';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { campaignTurned } from '../ideas.events.ts';
import { nextTurn, stageAt } from './campaign-stage.ts';
import { CampaignPhaseEntity } from './campaign-phase.entity.ts';
import { inOrder, type Phase } from './phases.ts';

/** A campaign stands elsewhere by the clock. */
export const campaignTurns = jobType<{ campaignId: string }>('ideas.campaign-turns');

/** Tells when a phase of a campaign opens or closes. Nothing depends on it but those who wait to be told: what may be done is asked of the clock. */
@Injectable()
export class CampaignTurns implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.on(campaignTurns, ({ campaignId }) => this.tell(campaignId));
  }

  /** Plans the next turn of a campaign anew. */
  async plan(tx: Transaction, { campaign, phases, now }: { campaign: CampaignEntity; phases: readonly Phase[]; now: Date }): Promise<void> {
    const at = nextTurn({ ...campaign, phases }, now);
    if (at) await this.jobs.at(tx, campaignTurns, { campaignId: campaign.id }, { at, key: campaign.id });
    else await this.jobs.cancel(tx, campaignTurns, campaign.id);
  }

  private async tell(campaignId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const campaign = await tx.manager.findOneBy(CampaignEntity, { id: campaignId });
      if (!campaign) return;
      const phases = inOrder(await tx.manager.findBy(CampaignPhaseEntity, { campaignId }));
      const now = new Date();
      tx.emit(campaignTurned({ campaignId, stage: stageAt({ ...campaign, phases }, now) }));
      await this.plan(tx, { campaign, phases, now });
    });
  }
}
