import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, jobType, Transactions, type Transaction } from '@parvis/platform/server';
import { DateTime } from 'luxon';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { answersDue } from '../ideas.events.ts';
import { waitsForAnswer } from './outcome.ts';

/** Those who owe answers are reminded of them. */
export const answerReminders = jobType<{ campaignId: string }>('ideas.answer-reminders');

const daysBefore = 3;
const atHour = 9;

/** When those who owe answers by a day are reminded, by the clock of the campaign: three days before, and the day after. */
export function remindersOf({ answersDueOn, timeZone }: Pick<CampaignEntity, 'answersDueOn' | 'timeZone'>): { at: Date; isOver: boolean }[] {
  if (!answersDueOn) return [];
  const due = DateTime.fromISO(answersDueOn, { zone: timeZone }).set({ hour: atHour });
  return [
    { at: due.minus({ days: daysBefore }).toJSDate(), isOver: false },
    { at: due.plus({ days: 1 }).toJSDate(), isOver: true },
  ];
}

/** Reminds sponsor and owner of the answers that they owe, as long as they owe any. */
@Injectable()
export class AnswerReminders implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.on(answerReminders, ({ campaignId }) => this.remind(campaignId));
  }

  /** Plans the next reminder anew; none once the campaign is closed or cancelled. */
  async plan(tx: Transaction, campaign: CampaignEntity, now: Date): Promise<void> {
    const isOpen = campaign.publishedAt && !campaign.closedAt && !campaign.cancelledAt;
    const next = isOpen ? remindersOf(campaign).find(({ at }) => at > now) : undefined;
    if (next) await this.jobs.at(tx, answerReminders, { campaignId: campaign.id }, { at: next.at, key: campaign.id });
    else await this.jobs.cancel(tx, answerReminders, campaign.id);
  }

  private async remind(campaignId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const campaign = await tx.manager.findOneBy(CampaignEntity, { id: campaignId });
      if (!campaign?.publishedAt || !campaign.answersDueOn || campaign.closedAt || campaign.cancelledAt) return;
      const now = new Date();
      const last = remindersOf(campaign).findLast(({ at }) => at <= now);
      const [{ count }]: [{ count: number }] = await tx.manager.query(`SELECT count(*)::int AS count FROM idea WHERE campaign_id = $1 AND ${waitsForAnswer('idea')}`, [campaignId]);
      if (last && count > 0) tx.emit(answersDue({ campaignId, dueOn: campaign.answersDueOn, isOver: last.isOver }));
      await this.plan(tx, campaign, now);
    });
  }
}
