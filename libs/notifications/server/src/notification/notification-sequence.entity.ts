import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { asNumber } from './notification.entity.ts';

/** How many changes a person's notifications have seen. Locked by whoever adds one, so that they are committed in its order. */
@Entity('notification_sequence')
export class NotificationSequenceEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'notification_sequence_person_fk' })
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('bigint', { transformer: asNumber })
  last!: number;
}
