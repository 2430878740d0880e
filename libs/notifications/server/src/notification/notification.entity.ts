import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NotificationKind } from './notification-kind.ts';

/** PostgreSQL's bigint comes as text; a person will not see 2^53 notifications. */
export const asNumber = { from: Number, to: (value: number) => value };

/** Something that happened which concerns a person. What happens again before they have read it is added to it (`groupKey`). */
@Entity('notification')
@Index('notification_group', ['recipientId', 'groupKey'], { unique: true, where: 'read_at IS NULL' })
@Index('notification_listed', ['recipientId', 'place'], { unique: true })
@Index('notification_changed', ['recipientId', 'seq'], { unique: true })
@Index('notification_subject', ['subjectId'])
@Index('notification_last', ['lastAt'])
export class NotificationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'notification_recipient_fk' })
  @Column('uuid')
  recipientId!: string;

  @Column('text')
  kind!: NotificationKind;

  @Column('text')
  subjectType!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('text')
  groupKey!: string;

  /** Who did it, the latest first, a hundred at most. */
  @Column('uuid', { array: true })
  actorIds!: string[];

  @Column('integer')
  actorCount!: number;

  /** How often it happened. */
  @Column('integer')
  happenedCount!: number;

  @Column('timestamptz')
  firstAt!: Date;

  @Column('timestamptz')
  lastAt!: Date;

  /** Until then it makes no sign: it came in quiet hours. */
  @Column('timestamptz', { nullable: true })
  heldUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  /** The sequence of its last happening: the order of the list. */
  @Column('bigint', { transformer: asNumber })
  place!: number;

  /** The sequence of its last change, being read included: where a client catches up from. */
  @Column('bigint', { transformer: asNumber })
  seq!: number;
}
