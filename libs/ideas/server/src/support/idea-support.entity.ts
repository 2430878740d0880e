import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaEntity } from '../idea/idea.entity.ts';

/** Somebody would like an idea to be done. Others are told how many, never who. */
@Entity('idea_support')
export class IdeaSupportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_support_pk' })
  @ForeignKey(() => IdeaEntity, { onDelete: 'CASCADE', name: 'idea_support_idea_fk' })
  ideaId!: string;

  @Index('idea_support_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_support_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'idea_support_person_fk' })
  personId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
