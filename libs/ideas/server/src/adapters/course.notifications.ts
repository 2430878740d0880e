import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadQuery } from '@parvis/conversations/server';
import { NotificationService } from '@parvis/notifications/server';
import { EventHandlers, idFrom } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { answersDue, campaignCancelled, campaignClosed, campaignPublished, campaignTurned, phaseExtended } from '../ideas.events.ts';
import { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';

/** Tells those who follow a campaign, and those who make ideas in it, where it stands; and those who owe answers that they are due. Whom it is for learn of it in the feed, not here. */
@Injectable()
export class CourseNotifications implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationService,
    private readonly threads: ThreadQuery,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    for (const event of [campaignPublished, campaignCancelled, campaignClosed]) {
      this.events.on(event, ({ campaignId, byId }, eventId) => this.tell(campaignId, { eventId, actorId: byId }));
    }
    this.events.on(phaseExtended, ({ campaignId, byId }, eventId) => this.tell(campaignId, { eventId, actorId: byId }));
    this.events.on(campaignTurned, async ({ campaignId, stage }) => this.tell(campaignId, { eventId: await this.turnOf(campaignId, stage), actorId: null }));
    this.events.on(answersDue, (due) => this.remind(due));
  }

  private async tell(campaignId: string, { eventId, actorId }: { eventId: string; actorId: string | null }): Promise<void> {
    const authors: { id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT made.person_id AS id FROM idea JOIN idea_author made ON made.idea_id = idea.id AND made.standing = 'author'
       WHERE idea.campaign_id = $1 AND idea.state IN ('submitted', 'merged')
         AND NOT EXISTS (SELECT 1 FROM thread_follow muted WHERE muted.subject_id = $1 AND muted.person_id = made.person_id AND muted.state = 'muted')`,
      [campaignId],
    );
    const subject = { type: 'campaign', id: campaignId };
    const recipientIds = [...(await this.threads.followersOf(subject)), ...authors.map(({ id }) => id)];
    await this.notifications.notify({ eventId, kind: 'campaign-phase', subject, actorId, recipientIds });
  }

  /** However often the job of a turn runs, it is one turn: known by the phases that lie behind and the one that is open. */
  private async turnOf(campaignId: string, stage: string): Promise<string> {
    const phases = await this.dataSource.manager.find(CampaignPhaseEntity, { where: { campaignId }, order: { opensAt: 'ASC' } });
    const now = new Date();
    const turns = phases.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]).filter((at) => at <= now).length;
    return idFrom(`turn ${campaignId} ${stage} ${turns}`, new Date(0));
  }

  /** Of a day that is put off they are reminded anew. */
  private async remind({ campaignId, dueOn, isOver }: { campaignId: string; dueOn: string; isOver: boolean }): Promise<void> {
    const campaign = await this.dataSource.manager.findOneBy(CampaignEntity, { id: campaignId });
    if (!campaign) return;
    await this.notifications.notify({
      eventId: idFrom(`answers due ${campaignId} ${dueOn} ${isOver}`, new Date(0)), kind: 'answers-due', subject: { type: 'campaign', id: campaignId }, actorId: null,
      recipientIds: [campaign.ownerId, ...(campaign.sponsorId ? [campaign.sponsorId] : [])],
    });
  }
}
