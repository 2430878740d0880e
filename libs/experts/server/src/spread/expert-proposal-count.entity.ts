import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How often somebody stood among the first of an answer on a day: neither who asked nor what. */
@Entity('expert_proposal_count')
@Check('expert_proposal_count_times', `times > 0`)
@Index('expert_proposal_count_person', ['personId'])
export class ExpertProposalCountEntity {
  /** In UTC, YYYY-MM-DD. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'expert_proposal_count_pk' })
  day!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'expert_proposal_count_person_fk' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'expert_proposal_count_pk' })
  personId!: string;

  @Column('int')
  times!: number;
}
