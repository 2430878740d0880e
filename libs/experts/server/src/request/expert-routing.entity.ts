import { PostEntity, type AskExpertsAfter } from '@parvis/feed/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Whether, and when, a question is brought to those who seem to know. */
@Entity('expert_routing')
@Check('expert_routing_after', 'after_hours IN (0, 4, 24, 48)')
@Index('expert_routing_due', ['nextAt'], { where: 'next_at IS NOT NULL' })
export class ExpertRoutingEntity {
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'expert_routing_question_fk' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'expert_routing_pk' })
  questionId!: string;

  /** What the asker chose; 0: never. */
  @Column('smallint')
  afterHours!: AskExpertsAfter;

  /** When to look at it again; null: nothing is left to do, until something happens. */
  @Column('timestamptz', { nullable: true })
  nextAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  firstOfferedAt!: Date | null;

  /** Nobody is left to be asked since then. */
  @Column('timestamptz', { nullable: true })
  restedAt!: Date | null;
}
