import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Subjects } from '@parvis/conversations/server';
import { EventHandlers, Realtime } from '@parvis/platform/server';
import { routingChanged } from '../experts.events.ts';
import { RequestQuery } from '../request/request.query.ts';

/**
 * Tells whoever asks that something else is to be said of their question. Of nobody, and never that a request has ended or gone on to the next: the hour of it would
 * be that of a refusal. Answers are told to all who have the question open (`post:<id>`).
 */
@Injectable()
export class ExpertRoutingRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
    private readonly subjects: Subjects,
    private readonly requests: RequestQuery,
  ) {}

  onModuleInit(): void {
    this.realtime.topic('expert-routing', async (personId, id) => (await this.requests.isAskedBy(personId, id)) && this.subjects.isVisible(personId, { type: 'post', id }));
    this.events.on(routingChanged, ({ questionId }) =>
      this.realtime.tellWatchers({ topic: `expert-routing:${questionId}`, kind: 'expert-routing.changed', id: questionId, authorId: null }),
    );
  }
}
