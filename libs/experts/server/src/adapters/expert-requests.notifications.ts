import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { extractOf, NotificationService, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { expertAsked, requestOver } from '../experts.events.ts';
import { RequestQuery } from '../request/request.query.ts';

/** Whoever is asked hears of it; once it is over, nothing is left of that. */
@Injectable()
export class ExpertRequestsNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'expert-request';

  constructor(
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly requests: RequestQuery,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
    this.events.on(expertAsked, ({ requestId, askerId, personId }, eventId) =>
      this.notifications.notify({ eventId, kind: 'expert-request', subject: { type: this.type, id: requestId }, actorId: askerId, recipientIds: [personId] }),
    );
    this.events.on(requestOver, ({ requestId }) => this.notifications.withdraw({ kind: 'expert-request', subject: { type: this.type, id: requestId } }));
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM expert_request request WHERE request.id = ${id} AND request.person_id = ${viewer} AND ${this.requests.holds('request')})`;
  }

  communityOf(id: string): string {
    return `(SELECT about.community_id FROM expert_request request JOIN post about ON about.id = request.question_id WHERE request.id = ${id})`;
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const rows: { id: string; questionId: string; title: string | null; text: string; communityId: string | null }[] = await this.dataSource.query(
      `SELECT request.id, about.id AS "questionId", about.title, about.text, about.community_id AS "communityId" FROM expert_request request JOIN post about ON about.id = request.question_id
       WHERE request.id = ANY($2) AND request.person_id = $1 AND ${this.requests.holds('request')}`,
      [viewer.personId, ids],
    );
    return new Map(
      rows.map(({ id, questionId, title, text, communityId }) => [id, { id, parent: { type: 'post', id: questionId }, title, extract: extractOf(title ? text.slice(title.length) : text), communityId }]),
    );
  }
}
