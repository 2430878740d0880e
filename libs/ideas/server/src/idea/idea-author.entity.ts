import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaEntity } from './idea.entity.ts';

/** author: may change it. invited: was asked to be one. volunteer: asks to be one. */
export const standings = ['author', 'invited', 'volunteer'] as const;
export type Standing = (typeof standings)[number];

/** Who makes an idea, or is about to. */
@Entity('idea_author')
@Check('idea_author_standing', `standing IN ('author', 'invited', 'volunteer')`)
export class IdeaAuthorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_author_pk' })
  @ForeignKey(() => IdeaEntity, { onDelete: 'CASCADE', name: 'idea_author_idea_fk' })
  ideaId!: string;

  @Index('idea_author_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_author_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'idea_author_person_fk' })
  personId!: string;

  @Column('text')
  standing!: Standing;

  /** What they bring to it, in their words; may be empty. */
  @Column('text')
  contribution!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
