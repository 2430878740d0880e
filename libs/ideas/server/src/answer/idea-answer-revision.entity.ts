import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaAnswerEntity } from './idea-answer.entity.ts';
import type { Outcome } from './outcome.ts';

/** What an answer said before a change. */
@Entity('idea_answer_revision')
@Index('idea_answer_revision_answer', ['ideaId', 'id'])
export class IdeaAnswerRevisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => IdeaAnswerEntity, { onDelete: 'CASCADE', name: 'idea_answer_revision_answer_fk' })
  @Column('uuid')
  ideaId!: string;

  /** Who had signed it. */
  @Index('idea_answer_revision_author')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'idea_answer_revision_author_fk' })
  @Column('uuid')
  authorId!: string;

  @Column('text')
  outcome!: Outcome;

  @Column('jsonb')
  reason!: RichTextDocument;

  @Column('timestamptz')
  replacedAt!: Date;
}
