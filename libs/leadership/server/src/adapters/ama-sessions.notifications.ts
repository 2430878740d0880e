import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { DataSource } from 'typeorm';
import { sessionVisibleTo } from '../session/ama-session.access.ts';

const takesPlaceFor = (session: string, viewer: string): string => `${session}.cancelled_at IS NULL AND ${sessionVisibleTo(session, viewer)}`;

/** Sessions as what people are notified about, until they are called off. */
@Injectable()
export class AmaSessionsNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'ama-session';

  constructor(
    private readonly targets: NotificationSubjects,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM ama_session about WHERE about.id = ${id} AND ${takesPlaceFor('about', viewer)})`;
  }

  communityOf(id: string): string {
    return `(SELECT about.community_id FROM ama_session about WHERE about.id = ${id})`;
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const sessions: { id: string; title: string; communityId: string | null }[] = await this.dataSource.query(
      `SELECT about.id, about.title, about.community_id AS "communityId" FROM ama_session about WHERE about.id = ANY($2) AND ${takesPlaceFor('about', '$1')}`,
      [viewer.personId, ids],
    );
    return new Map(sessions.map(({ id, title, communityId }) => [id, { id, parent: null, title, extract: '', communityId }]));
  }
}
