import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That a person was notified of an event: events may come twice. Kept for a month, longer than any event is tried. */
@Entity('notification_event')
export class NotificationEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_event_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'notification_event_recipient_fk' })
  recipientId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_event_pk' })
  eventId!: string;

  @Index('notification_event_noted')
  @Column('timestamptz')
  notedAt!: Date;
}
