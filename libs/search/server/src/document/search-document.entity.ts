import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What search knows of something written: its stems, and what narrows a search down. Kept by the triggers of the domains that own the thing, so that it
 * is never behind. It says nothing of who may see it: each source does, for every hit.
 */
@Entity('search_document')
@Index('search_document_words', { synchronize: false })
@Index('search_document_kind', ['kind', 'writtenAt'])
@Index('search_document_contributions', { synchronize: false })
@Index('search_document_files', ['communityId', 'writtenAt', 'id'], { where: `kind = 'file'` })
export class SearchDocumentEntity {
  /** That of the thing itself. */
  @PrimaryColumn('uuid')
  id!: string;

  /** As its source is registered. */
  @Column('text')
  kind!: string;

  /** A finer kind, for example « question » for a post. */
  @Column('text', { nullable: true })
  facet!: string | null;

  @Column('uuid', { nullable: true })
  authorId!: string | null;

  /** Where it stands; null: nowhere in particular. */
  @Column('uuid', { nullable: true })
  communityId!: string | null;

  @Column('timestamptz')
  writtenAt!: Date;

  /** Stems in French and in English, the title's with weight A. */
  @Column('tsvector')
  words!: string;

  /** Kind with week, facet, author and community, as words of their own in the same index. */
  @Column('text', { array: true })
  marks!: string[];
}
