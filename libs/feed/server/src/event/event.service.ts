import { Injectable } from '@nestjs/common';
import { Subjects } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, Transactions, type Transaction } from '@parvis/platform/server';
import { feedErrors } from '../feed.errors.ts';
import { PostEntity } from '../post/post.entity.ts';
import { EventEntity } from './event.entity.ts';
import { reminderChoices, usualReminders } from './event-reminders.ts';
import { EventReplyEntity, type EventAnswer } from './event-reply.entity.ts';
import { freeSeats, seatThoseWhoWait } from './event-seats.ts';

/** Who comes to an event. */
@Injectable()
export class EventService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: Subjects,
  ) {}

  /**
   * Answers, or changes the answer. Who comes when the seats are taken waits, in the order of answering; a seat that is given up goes to the first.
   * Errors: ID_INVALID, SUBJECT_NOT_FOUND (no such event in sight), SUBJECT_CLOSED, POST_NOT_FOUND, EVENT_OVER.
   */
  async reply(viewer: Viewer, { postId, answer }: { postId: string; answer: EventAnswer }): Promise<PostEntity> {
    return this.onEvent(viewer, postId, async (tx, event) => {
      const own = await tx.manager.findOneBy(EventReplyEntity, { postId: event.postId, personId: viewer.personId });
      if (own?.answer === answer) return;
      const isWaiting = answer === 'attending' && (await freeSeats(tx, event)) === 0;
      await tx.manager.query(
        `INSERT INTO event_reply (post_id, person_id, answer, is_waiting, answered_at, reminders) VALUES ($1, $2, $3, $4, clock_timestamp(), $5)
         ON CONFLICT (post_id, person_id) DO UPDATE SET answer = $3, is_waiting = $4, answered_at = clock_timestamp()`,
        [event.postId, viewer.personId, answer, isWaiting, usualReminders],
      );
      if (own?.answer === 'attending') await seatThoseWhoWait(tx, event);
    });
  }

  /** Says when the viewer, who comes or comes perhaps, is reminded. Errors: as of reply; EVENT_REMINDER_INVALID, EVENT_NOT_ATTENDED. */
  async remind(viewer: Viewer, { postId, minutesBefore }: { postId: string; minutesBefore: number[] }): Promise<PostEntity> {
    const reminders = reminderChoices.filter((choice) => minutesBefore.includes(choice));
    if (reminders.length !== new Set(minutesBefore).size) throw feedErrors.eventReminderInvalid();
    return this.onEvent(viewer, postId, async (tx, event) => {
      const own = await tx.manager.findOneBy(EventReplyEntity, { postId: event.postId, personId: viewer.personId });
      if (!own || own.answer === 'declined') throw feedErrors.eventNotAttended();
      await tx.manager.update(EventReplyEntity, { postId: event.postId, personId: viewer.personId }, { reminders });
    });
  }

  /** The event locked, so that the last seat is not given twice. */
  private async onEvent(viewer: Viewer, ofPost: string, work: (tx: Transaction, event: EventEntity) => Promise<void>): Promise<PostEntity> {
    const postId = checkedId('postId', ofPost);
    return this.transactions.run(async (tx) => {
      await this.subjects.requireCommentable(tx, viewer, { type: 'post', id: postId });
      const event = await tx.manager.findOne(EventEntity, { where: { postId }, lock: { mode: 'pessimistic_write' } });
      if (!event) throw feedErrors.postNotFound();
      if (event.endsAt <= new Date()) throw feedErrors.eventOver();
      await work(tx, event);
      return tx.manager.findOneByOrFail(PostEntity, { id: postId });
    });
  }
}
