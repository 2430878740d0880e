import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers, Realtime } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { commentAccepted, commentAdded, commentDeleted, commentEdited, commentVoted, reactionSet, type SubjectRef } from '../conversations.events.ts';

/** Tells those who have a subject open what has changed in the talk about it: ids alone, and of a vote not who gave it. */
@Injectable()
export class ConversationsRealtime implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly events: EventHandlers,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    const told = [
      [commentAdded, 'comment.added'],
      [commentEdited, 'comment.edited'],
      [commentDeleted, 'comment.deleted'],
      [commentAccepted, 'comment.accepted'],
      [commentVoted, 'comment.voted'],
    ] as const;
    for (const [event, kind] of told) {
      this.events.on<{ commentId: string; authorId: string; subject: SubjectRef }>(event as typeof commentDeleted, ({ commentId, authorId, subject }) =>
        this.tell(subject, { kind, id: commentId, authorId }),
      );
    }
    this.events.on(reactionSet, ({ personId, subject }) => this.tellReaction(personId, subject));
  }

  private async tellReaction(personId: string, to: SubjectRef): Promise<void> {
    if (to.type !== 'comment') return this.tell(to, { kind: 'reaction.set', id: to.id, authorId: personId });
    const [subject]: SubjectRef[] = await this.dataSource.query('SELECT subject_type AS type, subject_id AS id FROM comment WHERE id = $1', [to.id]);
    if (subject) await this.tell(subject, { kind: 'comment.reacted', id: to.id, authorId: personId });
  }

  private async tell(subject: SubjectRef, change: { kind: string; id: string; authorId: string }): Promise<void> {
    await this.realtime.tellWatchers({ topic: `${subject.type}:${subject.id}`, ...change });
  }
}
