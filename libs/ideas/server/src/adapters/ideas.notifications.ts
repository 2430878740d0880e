import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { extractOf, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { DataSource } from 'typeorm';
import { ideaMakersVisibleTo, ideaVisibleTo } from '../idea/idea.access.ts';

/** A notification names who did something: who judges blind gets none. */
const readableBy = (viewer: string): string => `${ideaVisibleTo('about', viewer)} AND ${ideaMakersVisibleTo('about', viewer)}`;

/** Ideas as what people are notified about. */
@Injectable()
export class IdeasNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'idea';

  constructor(
    private readonly targets: NotificationSubjects,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM idea about WHERE about.id = ${id} AND ${readableBy(viewer)})`;
  }

  communityOf(): string {
    return 'NULL::uuid';
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const ideas: { id: string; campaignId: string | null; title: string; problem: string }[] = await this.dataSource.query(
      `SELECT about.id, about.campaign_id AS "campaignId", about.title, about.problem FROM idea about WHERE about.id = ANY($2) AND ${readableBy('$1')}`,
      [viewer.personId, ids],
    );
    return new Map(
      ideas.map(({ id, campaignId, title, problem }) => [
        id,
        { id, parent: campaignId ? { type: 'campaign', id: campaignId } : null, title, extract: extractOf(problem), communityId: null },
      ]),
    );
  }
}
