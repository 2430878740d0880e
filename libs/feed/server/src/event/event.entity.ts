import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PostEntity } from '../post/post.entity.ts';

/** What only an event has: when and where. */
@Entity('event')
@Index('event_starts', ['startsAt', 'postId'])
export class EventEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'event_post_fk' })
  postId!: string;

  /** For whole days: the first moment of the first one, in the event's zone. */
  @Column('timestamptz')
  startsAt!: Date;

  /** For whole days: the first moment of the day after the last one. */
  @Column('timestamptz')
  endsAt!: Date;

  /** A name of the IANA time zone database. */
  @Column('text')
  timeZone!: string;

  @Column('boolean')
  isAllDay!: boolean;

  @Column('text', { nullable: true })
  place!: string | null;

  /** Where it is followed from afar; https. */
  @Column('text', { nullable: true })
  link!: string | null;

  /** How many people may attend; null: as many as come. */
  @Column('int', { nullable: true })
  seatLimit!: number | null;

  /** Grows with each change of when or where: calendars that imported it know the newest (RFC 5545, 3.8.7.4). */
  @Column('int', { default: 0 })
  sequence!: number;

  /** Which reminders went out, in minutes before: none goes twice. */
  @Column('int', { array: true, default: '{}' })
  reminded!: number[];
}
