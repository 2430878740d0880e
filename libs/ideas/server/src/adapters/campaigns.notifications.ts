import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadQuery } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { NotificationService, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { campaignVisibleTo } from '../campaign/campaign.access.ts';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { campaignCommitted, campaignSponsorNamed, campaignTold } from '../ideas.events.ts';

/** Campaigns as what people are notified about: an executive is asked to be a sponsor, the owner hears that they have signed, followers hear news. */
@Injectable()
export class CampaignsNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'campaign';

  constructor(
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
    private readonly threads: ThreadQuery,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
    this.events.on(campaignSponsorNamed, ({ campaignId, byId, sponsorId }, eventId) =>
      this.notifications.notify({ eventId, kind: 'campaign-sponsor', subject: { type: this.type, id: campaignId }, actorId: byId, recipientIds: [sponsorId] }),
    );
    this.events.on(campaignTold, async ({ campaignId, byId, isChange, mentionedIds }, eventId) => {
      const subject = { type: this.type, id: campaignId };
      // Whom it names hears that, and not besides that there are news.
      await this.notifications.notify({ eventId, kind: 'mention', subject, actorId: byId, recipientIds: mentionedIds });
      if (!isChange) await this.notifications.notify({ eventId, kind: 'campaign-news', subject, actorId: byId, recipientIds: await this.threads.followersOf(subject) });
    });
    this.events.on(campaignCommitted, async ({ campaignId, byId }, eventId) => {
      const campaign = await this.dataSource.manager.findOneBy(CampaignEntity, { id: campaignId });
      if (campaign) await this.notifications.notify({ eventId, kind: 'campaign-committed', subject: { type: this.type, id: campaignId }, actorId: byId, recipientIds: [campaign.ownerId] });
    });
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM campaign about WHERE about.id = ${id} AND ${campaignVisibleTo('about', viewer)})`;
  }

  communityOf(): string {
    return 'NULL::uuid';
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const campaigns: { id: string; question: string }[] = await this.dataSource.query(
      `SELECT about.id, about.question FROM campaign about WHERE about.id = ANY($2) AND ${campaignVisibleTo('about', '$1')}`,
      [viewer.personId, ids],
    );
    return new Map(campaigns.map(({ id, question }) => [id, { id, parent: null, title: question, extract: '', communityId: null }]));
  }
}
