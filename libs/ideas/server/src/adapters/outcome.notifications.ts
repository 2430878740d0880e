import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ThreadQuery } from '@parvis/conversations/server';
import { NotificationService, type NotificationKind } from '@parvis/notifications/server';
import { EventHandlers, idFrom } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { ideaAnswered, ideaArchived, projectBegun, projectDelivered, projectLate, projectMeasured, projectPlanned, projectUpdated } from '../ideas.events.ts';

interface Word {
  eventId: string;
  kind: NotificationKind;
  actorId: string | null;
}

/** Tells authors, supporters and followers of an idea at each change what becomes of it. */
@Injectable()
export class OutcomeNotifications implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationService,
    private readonly threads: ThreadQuery,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.events.on(ideaAnswered, async ({ ideaId, byId, mentionedIds }, eventId) => {
      await this.tell(ideaId, { eventId, kind: 'idea-answer', actorId: byId });
      await this.notify(ideaId, { eventId, kind: 'mention', actorId: byId }, mentionedIds);
    });
    const news = ({ ideaId, byId }: { ideaId: string; byId: string }, eventId: string) => this.tell(ideaId, { eventId, kind: 'idea-news', actorId: byId });
    this.events.on(ideaArchived, news);
    for (const event of [projectDelivered, projectMeasured]) this.events.on(event, news);
    this.events.on(projectBegun, async ({ ideaId, byId, ownerId }, eventId) => {
      await this.notify(ideaId, { eventId, kind: 'project-owner', actorId: byId }, [ownerId]);
      await this.tell(ideaId, { eventId, kind: 'idea-news', actorId: byId });
    });
    this.events.on(projectPlanned, async ({ ideaId, byId, newOwnerId }, eventId) => {
      if (newOwnerId) await this.notify(ideaId, { eventId, kind: 'project-owner', actorId: byId }, [newOwnerId]);
    });
    this.events.on(projectUpdated, async ({ ideaId, byId, mentionedIds }, eventId) => {
      await this.notify(ideaId, { eventId, kind: 'mention', actorId: byId }, mentionedIds);
      await this.tell(ideaId, { eventId, kind: 'idea-news', actorId: byId });
    });
    // One word for each day that was promised, however often its job runs.
    this.events.on(projectLate, ({ ideaId, late }) => this.tell(ideaId, { eventId: idFrom(late, new Date(0)), kind: 'idea-news', actorId: null }));
  }

  /** Authors, supporters, followers, and who carries it out. */
  private async tell(ideaId: string, word: Word): Promise<void> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT concerned.id FROM (
         SELECT made.person_id AS id FROM idea_author made WHERE made.idea_id = $1 AND made.standing = 'author'
         UNION SELECT support.person_id FROM idea_support support WHERE support.idea_id = $1
         UNION SELECT project.owner_id FROM project WHERE project.idea_id = $1) AS concerned
       WHERE NOT EXISTS (SELECT 1 FROM thread_follow muted WHERE muted.subject_id = $1 AND muted.person_id = concerned.id AND muted.state = 'muted')`,
      [ideaId],
    );
    await this.notify(ideaId, word, [...rows.map(({ id }) => id), ...(await this.threads.followersOf({ type: 'idea', id: ideaId }))]);
  }

  private notify(ideaId: string, word: Word, recipientIds: readonly string[]): Promise<void> {
    return this.notifications.notify({ ...word, subject: { type: 'idea', id: ideaId }, recipientIds });
  }
}
