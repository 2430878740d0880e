import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventEntity } from './event.entity.ts';

export type EventAnswer = 'attending' | 'maybe' | 'declined';

/** Whether somebody comes. */
@Entity('event_reply')
@Check('event_reply_answer', `answer IN ('attending', 'maybe', 'declined')`)
export class EventReplyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_reply_pk' })
  @ForeignKey(() => EventEntity, { onDelete: 'CASCADE', name: 'event_reply_event_fk' })
  postId!: string;

  @Index('event_reply_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_reply_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'event_reply_person_fk' })
  personId!: string;

  @Column('text')
  answer!: EventAnswer;

  /** Wants to attend, and waits for a seat. */
  @Column('boolean')
  isWaiting!: boolean;

  /** The order of those who wait. */
  @Column('timestamptz')
  answeredAt!: Date;

  /** When they want to be reminded, in minutes before. */
  @Column('int', { array: true })
  reminders!: number[];
}
