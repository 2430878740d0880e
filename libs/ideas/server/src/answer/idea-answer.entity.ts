import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaEntity } from '../idea/idea.entity.ts';
import type { Outcome } from './outcome.ts';

/** In which role an answer is signed. */
export const signatories = ['sponsor', 'owner'] as const;
export type Signatory = (typeof signatories)[number];

/** What became of an idea, and why: each has one answer, signed by the sponsor or the owner of its campaign. */
@Entity('idea_answer')
@Check('idea_answer_signed_as', `signed_as IN ('sponsor', 'owner')`)
@Check('idea_answer_outcome', `outcome IN ('selected', 'later', 'no', 'merged', 'exists')`)
export class IdeaAnswerEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => IdeaEntity, { onDelete: 'CASCADE', name: 'idea_answer_idea_fk' })
  ideaId!: string;

  /** Who signs what it says now. */
  @Index('idea_answer_author')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'idea_answer_author_fk' })
  @Column('uuid')
  authorId!: string;

  @Column('text')
  signedAs!: Signatory;

  /** Made by the client once per answer: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @Column('text')
  outcome!: Outcome;

  @Column('jsonb')
  reason!: RichTextDocument;

  /** The reason without its form, for lists and exports. */
  @Column('text')
  reasonText!: string;

  /** What there is already, elsewhere; empty: nothing is linked. */
  @Column('text')
  link!: string;

  /** The idea that says the same, or together with which it is dealt with. */
  @Index('idea_answer_other_idea')
  @ForeignKey(() => IdeaEntity, { onDelete: 'SET NULL', name: 'idea_answer_other_idea_fk' })
  @Column('uuid', { nullable: true })
  otherIdeaId!: string | null;

  /** From 1. */
  @Column('int')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  /** When the present outcome was given, if it decides; null: « later » decides nothing. */
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;
}
