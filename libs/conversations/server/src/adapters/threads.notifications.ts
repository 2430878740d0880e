import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotificationService } from '@parvis/notifications/server';
import { EventHandlers } from '@parvis/platform/server';
import { commentAdded } from '../conversations.events.ts';
import { Subjects } from '../subject/subjects.ts';
import { ThreadQuery } from '../thread/thread.query.ts';

/** Whoever wrote a subject, or changed it last, hears of what is said under it, and whoever follows: for every kind of subject that people can be notified about. */
@Injectable()
export class ThreadsNotifications implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationService,
    private readonly threads: ThreadQuery,
    private readonly subjects: Subjects,
    private readonly events: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.events.on(commentAdded, async ({ authorId, subject, mentionedIds, asksAuthors }, eventId) => {
      // Whoever is mentioned or asked hears of it as that, and only once; whoever muted the thread does not follow it.
      const toldOtherwise = new Set([...mentionedIds, ...(asksAuthors ? await this.subjects.makersOf(subject) : [])]);
      const following = (await this.threads.followersOf(subject)).filter((id) => !toldOtherwise.has(id));
      const writers = await this.threads.writersOf(subject);
      const told = { eventId, subject, actorId: authorId };
      await this.notifications.notify({ ...told, kind: 'answer', recipientIds: following.filter((id) => writers.includes(id)) });
      await this.notifications.notify({ ...told, kind: 'reply', recipientIds: following.filter((id) => !writers.includes(id)) });
    });
  }
}
