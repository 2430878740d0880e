import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RichTextDocument } from '../rich-text/rich-text.ts';

/** Something said under a subject. Deleted ones leave lists but keep their row: a retry must not bring them back. */
@Entity('comment')
@Index('comment_key', ['authorId', 'key'], { unique: true })
@Index('comment_subject', ['subjectId', 'id'], { where: 'deleted_at IS NULL' })
@Index('comment_author_subject', ['authorId', 'subjectId'], { where: 'deleted_at IS NULL' })
@Index('comment_author', ['authorId', 'id'], { where: 'deleted_at IS NULL' })
@Index('comment_replies', ['parentId', 'id'], { where: 'parent_id IS NOT NULL' })
@Index('comment_author_questions', ['subjectId', 'id'], { where: 'asks_authors AND deleted_at IS NULL' })
@Index('comment_thread', { synchronize: false })
export class CommentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  subjectType!: string;

  @Column('uuid')
  subjectId!: string;

  /** The comment of the first level that it replies to; null: it stands there itself. There is no third level. */
  @ForeignKey(() => CommentEntity, { onDelete: 'CASCADE', name: 'comment_parent_fk' })
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  /** Another comment under the same subject, whose words are shown above its own. */
  @Index('comment_quoted', { where: 'quoted_comment_id IS NOT NULL' })
  @ForeignKey(() => CommentEntity, { onDelete: 'SET NULL', name: 'comment_quoted_fk' })
  @Column('uuid', { nullable: true })
  quotedCommentId!: string | null;

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

  /** A question to those who make the subject; answered once one of them replies. */
  @Column('boolean', { default: false })
  asksAuthors!: boolean;

  /** Votes of `comment_vote`, kept here for the order of answers. */
  @Column('integer', { default: 0 })
  voteCount!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
}
