import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers, Realtime } from '@parvis/platform/server';
import { pollVoted } from './poll.events.ts';

/** Tells those who have a poll open that its counts have changed; by whom is nobody’s to know. */
@Injectable()
export class PollRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.events.on(pollVoted, ({ postId }) => this.realtime.tellWatchers({ topic: `post:${postId}`, kind: 'poll.voted', id: postId, authorId: null }));
  }
}
