import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WikiPageEntity } from '../page/wiki-page.entity.ts';

/** What a page said from one save to the next. Never changed. */
@Entity('wiki_version')
@Index('wiki_version_number', ['pageId', 'number'], { unique: true })
export class WikiVersionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => WikiPageEntity, { onDelete: 'CASCADE', name: 'wiki_version_page_fk' })
  @Column('uuid')
  pageId!: string;

  /** From 1, without gaps. */
  @Column('int')
  number!: number;

  @Column('text')
  title!: string;

  @Column('jsonb')
  body!: RichTextDocument;

  /** What its author says has changed; may be empty. */
  @Column('text')
  note!: string;

  /** The number of the version that it brought back. */
  @Column('int', { nullable: true })
  restoredFrom!: number | null;

  @Index('wiki_version_author')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'wiki_version_author_fk' })
  @Column('uuid')
  authorId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
