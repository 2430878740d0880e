import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hourMs, Jobs, jobType, Transactions, type Transaction } from '@parvis/platform/server';
import { postVisibleTo } from '../post/post.access.ts';
import { LessThan, MoreThan } from 'typeorm';
import { EventEntity } from './event.entity.ts';
import { eventReminderDue } from './event.events.ts';
import { reminderAt } from './event-time.ts';

/** When one may ask to be reminded, in minutes before: the day before, an hour, a quarter of an hour. */
export const reminderChoices: readonly number[] = [1_440, 60, 15];
export const usualReminders: readonly number[] = [1_440, 15];

const toldAtOnce = 500;

export const eventReminder = jobType<{ postId: string; minutesBefore: number }>('feed.event-reminder');
/** Plans the reminders of what begins soon: events of an import come without them. */
export const remindersPlanned = jobType<object>('feed.event-reminders-planned');

/** Twice the longest lead time, so that what is planned every hour is never planned late. */
const soonMs = 48 * hourMs;

/** Reminds those who come. One job for each event and lead time, however many people come. */
@Injectable()
export class EventReminders implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.on(eventReminder, (due) => this.remind(due));
    this.jobs.every(remindersPlanned, '7 * * * *', () => this.planSoon());
  }

  /** Plans the reminders of an event anew; those whose time has passed are left out. */
  async plan(tx: Transaction, event: EventEntity): Promise<void> {
    for (const minutesBefore of reminderChoices) {
      const key = `${event.postId} ${minutesBefore}`;
      const at = reminderAt(event, minutesBefore);
      if (at > new Date()) await this.jobs.at(tx, eventReminder, { postId: event.postId, minutesBefore }, { at, key });
      else await this.jobs.cancel(tx, eventReminder, key);
    }
  }

  /** What is planned already is planned again for the same time. */
  private async planSoon(): Promise<void> {
    await this.transactions.run(async (tx) => {
      const now = Date.now();
      const soon = await tx.manager.findBy(EventEntity, { startsAt: LessThan(new Date(now + soonMs)), endsAt: MoreThan(new Date(now)) });
      for (const event of soon) await this.plan(tx, event);
    });
  }

  /** Once for each lead time, also when the job runs twice; never for what is over or was deleted. */
  private async remind({ postId, minutesBefore }: { postId: string; minutesBefore: number }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [marked]: [unknown[], number] = await tx.manager.query(
        `UPDATE event SET reminded = array_append(reminded, $2) WHERE post_id = $1 AND NOT $2 = ANY (reminded) AND ends_at > now() RETURNING 1`,
        [postId, minutesBefore],
      );
      if (marked.length === 0) return;
      const people: { id: string }[] = await tx.manager.query(
        `SELECT person.id FROM event_reply reply JOIN person ON person.id = reply.person_id JOIN post ON post.id = reply.post_id
         WHERE reply.post_id = $1 AND reply.answer <> 'declined' AND NOT reply.is_waiting AND $2 = ANY (reply.reminders)
           AND person.deactivated_at IS NULL AND ${postVisibleTo('post', 'person.id')} ORDER BY person.id`,
        [postId, minutesBefore],
      );
      for (let from = 0; from < people.length; from += toldAtOnce) {
        tx.emit(eventReminderDue({ postId, minutesBefore, personIds: people.slice(from, from + toldAtOnce).map(({ id }) => id) }));
      }
    });
  }
}
