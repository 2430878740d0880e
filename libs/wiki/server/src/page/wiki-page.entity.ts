import { CommunityEntity } from '@parvis/communities/server';
import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A page on which a community keeps what it has learnt. What it says is in its versions; here is what lists and search need of the newest. */
@Entity('wiki_page')
@Index('wiki_page_key', ['createdById', 'key'], { unique: true })
@Index('wiki_page_community', ['communityId', 'sortTitle', 'id'])
export class WikiPageEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CommunityEntity, { onDelete: 'RESTRICT', name: 'wiki_page_community_fk' })
  @Column('uuid')
  communityId!: string;

  /** Null: at the top. */
  @Index('wiki_page_parent')
  @ForeignKey(() => WikiPageEntity, { onDelete: 'RESTRICT', name: 'wiki_page_parent_fk' })
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('text')
  title!: string;

  /** The title, folded: the order of lists. */
  @Column('text')
  sortTitle!: string;

  /** Title and body without their form, for search and extracts. */
  @Column('text')
  text!: string;

  /** The number of the newest version; from 1. */
  @Column('int')
  version!: number;

  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'wiki_page_created_by_fk' })
  @Column('uuid')
  createdById!: string;

  @Index('wiki_page_updated_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'wiki_page_updated_by_fk' })
  @Column('uuid')
  updatedById!: string;

  /** Made by the client once per page: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
}
