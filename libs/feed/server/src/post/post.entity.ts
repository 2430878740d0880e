import { CommunityEntity } from '@parvis/communities/server';
import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type PostKind = 'status' | 'question' | 'poll' | 'event' | 'announcement';

/** Something written to a community, or to the whole company. Deleted ones leave lists but keep their row: a retry must not bring them back. */
@Entity('post')
@Check('post_kind', `kind IN ('status', 'question', 'poll', 'event', 'announcement')`)
@Index('post_key', ['authorId', 'key'], { unique: true })
@Index('post_written_by', ['writtenById'], { where: 'written_by_id IS NOT NULL' })
@Index('post_community', ['communityId', 'id'], { where: 'deleted_at IS NULL' })
@Index('post_author', ['authorId', 'id'], { where: 'deleted_at IS NULL' })
@Index('post_company', ['id'], { where: 'deleted_at IS NULL AND community_id IS NULL' })
@Index('post_tags', { synchronize: false })
@Index('post_pinned', ['communityId', 'pinnedAt'], { where: 'pinned_at IS NOT NULL AND deleted_at IS NULL' })
@Index('post_questions', ['id'], { where: `kind = 'question' AND deleted_at IS NULL` })
@Index('post_community_questions', ['communityId', 'id'], { where: `kind = 'question' AND deleted_at IS NULL` })
@Index('post_question_words', { synchronize: false })
@Index('post_question_letters', { synchronize: false })
export class PostEntity {
  /** UUID version 7, made by the server: the order of feeds. */
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'post_author_fk' })
  @Column('uuid')
  authorId!: string;

  /** Who wrote it on behalf of the author, an executive who has declared it; null: the author. Both names always show. */
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'post_written_by_fk' })
  @Column('uuid', { nullable: true })
  writtenById!: string | null;

  /** Null: to the whole company. */
  @ForeignKey(() => CommunityEntity, { onDelete: 'RESTRICT', name: 'post_community_fk' })
  @Column('uuid', { nullable: true })
  communityId!: string | null;

  /** Made by the client once per post: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @Column('text')
  kind!: PostKind;

  /** Kinds with a title have one, and statuses that an import gave one. */
  @Column('text', { nullable: true })
  title!: string | null;

  @Column('jsonb')
  body!: RichTextDocument;

  /** Title, body without its form and the words of the kind (options, a place), for search and extracts. */
  @Column('text')
  text!: string;

  /** Hashtags of the body without their #, lower-cased, and those that an import gave beside it. */
  @Column('text', { array: true, default: '{}' })
  tags!: string[];

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;

  /** Kept on top of its community, or of the home page, since then; null: not. */
  @Column('timestamptz', { nullable: true })
  pinnedAt!: Date | null;

  /** Null: until it is taken down. */
  @Column('timestamptz', { nullable: true })
  pinnedUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
}
