import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AmaQuestionEntity } from '../question/ama-question.entity.ts';

/** What the host, or a co-host, answers to a question; each has one answer. */
@Entity('ama_answer')
export class AmaAnswerEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => AmaQuestionEntity, { onDelete: 'CASCADE', name: 'ama_answer_question_fk' })
  questionId!: string;

  @Index('ama_answer_author')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'ama_answer_author_fk' })
  @Column('uuid')
  authorId!: string;

  /** Made by the client once per answer: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @Column('jsonb')
  body!: RichTextDocument;

  /** The body without its form, for search and extracts. */
  @Column('text')
  text!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;
}
