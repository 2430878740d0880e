import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers, Realtime } from '@parvis/platform/server';
import { commentAdded } from '../conversations.events.ts';

/** Tells those who have a subject open that somebody has answered. */
@Injectable()
export class ConversationsRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.events.on(commentAdded, ({ commentId, authorId, subject }) =>
      this.realtime.tellWatchers({ topic: `${subject.type}:${subject.id}`, kind: 'comment.added', id: commentId, authorId }),
    );
  }
}
