import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayMs, EventHandlers, Jobs, jobType, Transactions } from '@parvis/platform/server';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { campaignPublished, jurorReminded, phaseExtended } from '../ideas.events.ts';
import { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';
import { allows, phaseOf, stageAt } from '../phase/campaign-stage.ts';
import { inOrder, type Phase } from '../phase/phases.ts';
import { JurySharesService } from './jury-shares.service.ts';
import { JurySheetQuery } from './jury-sheet.query.ts';

/** Jurors have little time left. */
export const juryReminders = jobType<{ campaignId: string }>('ideas.jury-reminders');

/** Two days before the phase closes, or in the middle of a phase that is shorter than four. */
export const remindingAt = ({ opensAt, closesAt }: Pick<Phase, 'opensAt' | 'closesAt'>): Date => new Date(Math.max(closesAt.getTime() - 2 * dayMs, (opensAt.getTime() + closesAt.getTime()) / 2));

/** Reminds jurors, once for each end that their phase is given, of what they have left to judge. Those who keep quiet hours hear of it when these are over. */
@Injectable()
export class JuryReminders implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly events: EventHandlers,
    private readonly sheets: JurySheetQuery,
    private readonly shares: JurySharesService,
  ) {}

  onModuleInit(): void {
    this.jobs.on(juryReminders, ({ campaignId }) => this.remind(campaignId));
    for (const event of [campaignPublished, phaseExtended]) this.events.on(event as typeof campaignPublished, ({ campaignId }) => this.plan(campaignId));
  }

  private async plan(campaignId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const phase = await tx.manager.findOneBy(CampaignPhaseEntity, { campaignId, kind: 'jury' });
      const at = phase && remindingAt(phase);
      if (at && at > new Date()) await this.jobs.at(tx, juryReminders, { campaignId }, { at, key: campaignId });
    });
  }

  private async remind(campaignId: string): Promise<void> {
    await this.shares.settle(campaignId);
    const progress = (await this.sheets.progress([campaignId])).get(campaignId) ?? [];
    await this.transactions.run(async (tx) => {
      const campaign = await tx.manager.findOneBy(CampaignEntity, { id: campaignId });
      const phases = inOrder(await tx.manager.findBy(CampaignPhaseEntity, { campaignId }));
      const phase = phaseOf({ phases }, 'jury');
      if (!campaign || !phase || !allows(stageAt({ ...campaign, phases }, new Date()), 'score')) return;
      for (const { jurorId, expected, submitted } of progress) if (submitted < expected) tx.emit(jurorReminded({ campaignId, jurorId, closesAt: phase.closesAt.toISOString() }));
    });
  }
}
