import type { RichTextDocument } from '@parvis/conversations/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PostEntity } from './post.entity.ts';

/** What a post said before an edit. */
@Entity('post_revision')
@Index('post_revision_post', ['postId', 'id'])
export class PostRevisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'post_revision_post_fk' })
  @Column('uuid')
  postId!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('jsonb')
  body!: RichTextDocument;

  /** What only its kind had then: where and when an event was to be. */
  @Column('jsonb', { nullable: true })
  details!: object | null;

  @Column('timestamptz')
  replacedAt!: Date;
}
