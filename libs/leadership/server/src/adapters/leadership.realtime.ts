import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Subjects } from '@parvis/conversations/server';
import { EventHandlers, Realtime } from '@parvis/platform/server';
import { answerEdited, questionAnswered, questionAsked, questionEdited, questionVoted, questionWithdrawn, sessionCancelled, sessionChanged } from '../leadership.events.ts';
import { AmaSessionQuery } from '../session/ama-session.query.ts';

/** Tells those who have a session open what happens in it, and those who have a question open that somebody commented it. */
@Injectable()
export class LeadershipRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
    private readonly sessions: AmaSessionQuery,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.realtime.topic('ama', (personId, id) => this.sessions.isVisible(personId, id));
    this.realtime.topic('ama-question', (personId, id) => this.subjects.isVisible(personId, { type: 'ama-question', id }));
    for (const [event, kind] of [
      [questionAsked, 'ama.question-asked'],
      [questionEdited, 'ama.question-edited'],
      [questionWithdrawn, 'ama.question-withdrawn'],
    ] as const) {
      this.events.on(event, (about) => this.tell(kind, about));
    }
    this.events.on(answerEdited, (about) => this.tell('ama.answer-edited', about));
    this.events.on(questionAnswered, (about) => this.tell('ama.question-answered', about));
    // With the number itself: hundreds of open pages must not ask for it at each vote. Who voted is nobody's to know.
    this.events.on(questionVoted, ({ sessionId, questionId, voteCount }) =>
      this.realtime.tellWatchers({ topic: `ama:${sessionId}`, kind: 'ama.question-voted', id: questionId, authorId: null, count: voteCount }),
    );
    for (const event of [sessionChanged, sessionCancelled]) {
      this.events.on(event, ({ sessionId, hostId }) => this.realtime.tellWatchers({ topic: `ama:${sessionId}`, kind: 'ama.session-changed', id: sessionId, authorId: hostId }));
    }
  }

  private tell(kind: string, { sessionId, questionId, authorId }: { sessionId: string; questionId: string; authorId: string }): Promise<void> {
    return this.realtime.tellWatchers({ topic: `ama:${sessionId}`, kind, id: questionId, authorId });
  }
}
