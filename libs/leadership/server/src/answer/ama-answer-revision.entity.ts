import type { RichTextDocument } from '@parvis/conversations/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AmaAnswerEntity } from './ama-answer.entity.ts';

/** What an answer said before an edit. */
@Entity('ama_answer_revision')
@Index('ama_answer_revision_answer', ['questionId', 'id'])
export class AmaAnswerRevisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => AmaAnswerEntity, { onDelete: 'CASCADE', name: 'ama_answer_revision_answer_fk' })
  @Column('uuid')
  questionId!: string;

  @Column('jsonb')
  body!: RichTextDocument;

  @Column('timestamptz')
  replacedAt!: Date;
}
