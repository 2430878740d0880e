import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That somebody takes a topic over from whoever left. */
@Entity('topic_takeover')
@Check('topic_takeover_other', `leaver_id <> taker_id`)
@Index('topic_takeover_taker', ['takerId'])
export class TopicTakeoverEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'topic_takeover_leaver_fk' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'topic_takeover_pk' })
  leaverId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'topic_takeover_pk' })
  topicKey!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'topic_takeover_taker_fk' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'topic_takeover_pk' })
  takerId!: string;

  /** As it was put under « ask me about ». */
  @Column('text')
  words!: string;

  /** That it did not stand there before: taking it back takes it off. */
  @Column('boolean')
  isAdded!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}
