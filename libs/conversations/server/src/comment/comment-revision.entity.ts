import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RichTextDocument } from '../rich-text/rich-text.ts';
import { CommentEntity } from './comment.entity.ts';

/** What a comment said before an edit. */
@Entity('comment_revision')
@Index('comment_revision_comment', ['commentId', 'id'])
export class CommentRevisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CommentEntity, { onDelete: 'CASCADE', name: 'comment_revision_comment_fk' })
  @Column('uuid')
  commentId!: string;

  @Column('jsonb')
  body!: RichTextDocument;

  @Column('timestamptz')
  replacedAt!: Date;
}
