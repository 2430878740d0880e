import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { extractOf, NotificationService, NotificationSubjects, type NotificationSubject, type NotificationTarget } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { answerEdited, questionAnswered } from '../leadership.events.ts';
import { questionVisibleTo } from '../session/ama-session.access.ts';

/** Whoever asked hears of the answer; whoever is mentioned in it, of that. */
@Injectable()
export class AmaQuestionsNotifications implements NotificationSubject, OnModuleInit {
  readonly type = 'ama-question';

  constructor(
    private readonly notifications: NotificationService,
    private readonly targets: NotificationSubjects,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
    this.events.on(questionAnswered, async ({ questionId, authorId, askerId, mentionedIds }, eventId) => {
      const told = { eventId, subject: { type: this.type, id: questionId }, actorId: authorId };
      await this.notifications.notify({ ...told, kind: 'ama-answer', recipientIds: [askerId] });
      await this.notifications.notify({ ...told, kind: 'mention', recipientIds: mentionedIds.filter((id) => id !== askerId) });
    });
    this.events.on(answerEdited, ({ questionId, authorId, mentionedIds }, eventId) =>
      this.notifications.notify({ eventId, kind: 'mention', subject: { type: this.type, id: questionId }, actorId: authorId, recipientIds: mentionedIds, once: true }),
    );
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM ama_question about WHERE about.id = ${id} AND ${questionVisibleTo('about', viewer)})`;
  }

  communityOf(id: string): string {
    return `(SELECT held.community_id FROM ama_question about JOIN ama_session held ON held.id = about.session_id WHERE about.id = ${id})`;
  }

  async describe(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Omit<NotificationTarget, 'type'>>> {
    const questions: { id: string; sessionId: string; text: string; communityId: string | null }[] = await this.dataSource.query(
      `SELECT about.id, about.session_id AS "sessionId", about.text, held.community_id AS "communityId"
       FROM ama_question about JOIN ama_session held ON held.id = about.session_id WHERE about.id = ANY($2) AND ${questionVisibleTo('about', '$1')}`,
      [viewer.personId, ids],
    );
    return new Map(
      questions.map(({ id, sessionId, text, communityId }) => [id, { id, parent: { type: 'ama-session', id: sessionId }, title: null, extract: extractOf(text), communityId }]),
    );
  }
}
