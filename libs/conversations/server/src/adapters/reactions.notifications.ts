import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotificationService } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { reactionSet, type SubjectRef } from '../conversations.events.ts';
import { ThreadQuery } from '../thread/thread.query.ts';

/** Whoever wrote something hears of reactions to it, of each person once, until they take it back. */
@Injectable()
export class ReactionsNotifications implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationService,
    private readonly threads: ThreadQuery,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.events.on(reactionSet, async ({ personId, subject, kind }, eventId) => {
      if (!kind) return this.notifications.retract({ kind: 'reaction', subject, actorId: personId });
      const author = await this.authorOf(subject);
      await this.notifications.notify({ eventId, kind: 'reaction', subject, actorId: personId, recipientIds: author ? [author] : [], once: true });
    });
  }

  private async authorOf(subject: SubjectRef): Promise<string | null> {
    if (subject.type !== 'comment') return this.threads.authorOf(subject);
    const [comment]: { authorId: string }[] = await this.dataSource.query('SELECT author_id AS "authorId" FROM comment WHERE id = $1', [subject.id]);
    return comment?.authorId ?? null;
  }
}
