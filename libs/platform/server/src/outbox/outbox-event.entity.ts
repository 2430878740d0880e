import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event on its way: written with the change that it tells of, delivered after the commit, and kept for a while. */
@Entity('outbox_event')
// The relay only ever looks for what is still to deliver.
@Index('outbox_event_due', ['nextAttemptAt', 'id'], { where: 'delivered_at IS NULL AND given_up_at IS NULL' })
@Index('outbox_event_given_up', ['givenUpAt'], { where: 'given_up_at IS NOT NULL' })
export class OutboxEventEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  type!: string;

  @Column('jsonb')
  payload!: object;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('timestamptz')
  nextAttemptAt!: Date;

  /** Why the last attempt failed: a code, never words. */
  @Column('text', { nullable: true })
  failure!: string | null;

  /** When its handlers had failed so often that it is tried no more. */
  @Column('timestamptz', { nullable: true })
  givenUpAt!: Date | null;
}
