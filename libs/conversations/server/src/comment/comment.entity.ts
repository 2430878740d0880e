import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RichTextDocument } from '../rich-text/rich-text.ts';

/** Something said under a subject. Deleted ones leave lists but keep their row: a retry must not bring them back. */
@Entity('comment')
@Index('comment_key', ['authorId', 'key'], { unique: true })
@Index('comment_subject', ['subjectId', 'id'], { where: 'deleted_at IS NULL' })
@Index('comment_author_subject', ['authorId', 'subjectId'], { where: 'deleted_at IS NULL' })
export class CommentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  subjectType!: string;

  @Column('uuid')
  subjectId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'comment_author_fk' })
  @Column('uuid')
  authorId!: string;

  /** Made by the client once per comment: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @Column('jsonb')
  body!: RichTextDocument;

  /** The body without its form, for search and extracts. */
  @Column('text')
  text!: string;

  @Column('boolean', { default: false })
  isAccepted!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
}
