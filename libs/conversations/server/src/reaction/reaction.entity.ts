import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Chosen for work: to thank, agree, say that one has learnt something, congratulate, stand by. */
export const reactionKinds = ['thanks', 'agree', 'insightful', 'congratulations', 'support'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** One person's reaction to a subject or a comment; they have at most one. */
@Entity('reaction')
@Index('reaction_person', ['personId', 'createdAt'])
@Check('reaction_kind', `kind IN ('thanks', 'agree', 'insightful', 'congratulations', 'support')`)
export class ReactionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reaction_pk' })
  subjectId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reaction_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'reaction_person_fk' })
  personId!: string;

  @Column('text')
  subjectType!: string;

  @Column('text')
  kind!: ReactionKind;

  @Column('timestamptz')
  createdAt!: Date;
}
