import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers, Realtime } from '@parvis/platform/server';
import {
  campaignCancelled, campaignChanged, campaignClosed, campaignTold, campaignTurned, ideaAnswered, ideaArchived, ideaAuthorsChanged, ideaEdited, ideaSubmitted, ideaWithdrawn, phaseExtended, projectBegun, projectDelivered, projectMeasured, projectPlanned, projectUpdated,
} from '../ideas.events.ts';

/** Tells those who have a campaign or an idea open that something has changed in it. */
@Injectable()
export class IdeasRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
  ) {}

  onModuleInit(): void {
    const changed = ({ campaignId, byId }: { campaignId: string; byId: string }) => this.tell('campaign', { id: campaignId, kind: 'campaign.changed', byId });
    for (const event of [campaignChanged, campaignCancelled, campaignClosed]) this.events.on(event, changed);
    this.events.on(campaignTold, changed);
    this.events.on(phaseExtended, changed);
    this.events.on(campaignTurned, ({ campaignId }) => this.tell('campaign', { id: campaignId, kind: 'campaign.changed', byId: null }));
    for (const [event, kind] of [[ideaSubmitted, 'campaign.idea-submitted'], [ideaWithdrawn, 'campaign.idea-withdrawn']] as const) {
      this.events.on(event, async ({ campaignId }) => {
        // Whose idea it is, is for the access rules to tell: a juror may judge blind.
        if (campaignId) await this.tell('campaign', { id: campaignId, kind, byId: null });
      });
    }
    const ideaChanged = ({ ideaId, byId }: { ideaId: string; byId: string }) => this.tell('idea', { id: ideaId, kind: 'idea.changed', byId });
    this.events.on(ideaAnswered, ideaChanged);
    this.events.on(projectBegun, ideaChanged);
    this.events.on(projectPlanned, ideaChanged);
    this.events.on(projectUpdated, ideaChanged);
    for (const event of [projectDelivered, projectMeasured]) this.events.on(event, ideaChanged);
    for (const event of [ideaSubmitted, ideaWithdrawn, ideaArchived]) this.events.on(event, ideaChanged);
    this.events.on(ideaArchived, async ({ campaignId, byId }) => {
      if (campaignId) await changed({ campaignId, byId });
    });
    this.events.on(ideaEdited, ideaChanged);
    this.events.on(ideaAuthorsChanged, ideaChanged);
  }

  private tell(topic: 'campaign' | 'idea', { id, kind, byId }: { id: string; kind: string; byId: string | null }): Promise<void> {
    return this.realtime.tellWatchers({ topic: `${topic}:${id}`, kind, id, authorId: byId });
  }
}
