import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaEntity } from '../idea/idea.entity.ts';

/** A word of a submitted idea, kept by a trigger: a stem of French or English, or `begin*`, the first five letters of a longer one. */
@Entity('idea_term')
export class IdeaTermEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idea_term_pk' })
  term!: string;

  @Index('idea_term_idea')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_term_pk' })
  @ForeignKey(() => IdeaEntity, { onDelete: 'CASCADE', name: 'idea_term_idea_fk' })
  ideaId!: string;

  /** From 0 (stands in it once, among very many) to 2.2. */
  @Column('real')
  weight!: number;
}
