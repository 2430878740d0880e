import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Subjects, type SubjectKind } from '@parvis/conversations/server';
import { Realtime } from '@parvis/platform/server';
import { campaignVisibleTo } from '../campaign/campaign.access.ts';

const campaignWhere = (id: string, condition: string): string => `EXISTS (SELECT 1 FROM campaign about WHERE about.id = ${id} AND ${condition})`;

/** Campaigns can be followed, watched and talked about by whoever sees them, from their publication until they are closed or cancelled. */
@Injectable()
export class CampaignSubject implements SubjectKind, OnModuleInit {
  readonly type = 'campaign';

  constructor(
    private readonly subjects: Subjects,
    private readonly realtime: Realtime,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
    this.realtime.topic(this.type, (personId, id) => this.subjects.isVisible(personId, { type: this.type, id }));
  }

  visibleTo(subjectId: string, viewer: string): string {
    return campaignWhere(subjectId, campaignVisibleTo('about', viewer));
  }

  answerableBy(subjectId: string, viewer: string): string {
    return campaignWhere(subjectId, `${campaignVisibleTo('about', viewer)} AND about.published_at IS NOT NULL AND about.closed_at IS NULL AND about.cancelled_at IS NULL`);
  }

  authorOf(subjectId: string): string {
    return `(SELECT about.owner_id FROM campaign about WHERE about.id = ${subjectId})`;
  }
}
