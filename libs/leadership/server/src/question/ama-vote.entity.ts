import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AmaQuestionEntity } from './ama-question.entity.ts';

/** Somebody wants a question answered. Only the number is ever told, never who. */
@Entity('ama_vote')
export class AmaVoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ama_vote_pk' })
  @ForeignKey(() => AmaQuestionEntity, { onDelete: 'CASCADE', name: 'ama_vote_question_fk' })
  questionId!: string;

  @Index('ama_vote_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ama_vote_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'ama_vote_person_fk' })
  personId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
