import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** open: everybody reads, joins at once. closed: everybody sees that it exists, members read, joining is asked for. secret: only members know of it. */
export type CommunityVisibility = 'open' | 'closed' | 'secret';

export const bannerPatterns = ['arches', 'waves', 'tiles', 'hills', 'rays', 'dots'] as const;
export type BannerPattern = (typeof bannerPatterns)[number];
export const bannerTones = ['brick', 'ochre', 'moss', 'sea', 'sky', 'plum'] as const;
export type BannerTone = (typeof bannerTones)[number];

const oneOf = (column: string, values: readonly string[]): string => `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;

/** A place where people of several departments share a subject. */
@Entity('community')
@Check('community_visibility', `visibility IN ('open', 'closed', 'secret')`)
@Index('community_listed', ['sortName', 'id'])
@Index('community_key', ['createdById', 'key'], { unique: true })
@Check('community_banner_pattern', oneOf('banner_pattern', bannerPatterns))
@Check('community_banner_tone', oneOf('banner_tone', bannerTones))
@Check('community_banner_whole', '(banner_pattern IS NULL) = (banner_tone IS NULL)')
@Index('community_topics', { synchronize: false })
@Index('community_search', { synchronize: false })
export class CommunityEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** The name, folded: the order of lists. */
  @Column('text')
  sortName!: string;

  @Column('text')
  description!: string;

  /** How people go about things there; plain text, may be empty. */
  @Column('text', { default: '' })
  charter!: string;

  /** What it is about, in short words. */
  @Column('text', { array: true, default: '{}' })
  topics!: string[];

  /** The topics, folded: what the list of communities is filtered by. */
  @Column('text', { array: true, default: '{}' })
  topicKeys!: string[];

  /** Read once by whoever has just come in; may be empty. */
  @Column('text', { default: '' })
  welcome!: string;

  /** Pattern and tone go together; null: no banner. */
  @Column('text', { nullable: true })
  bannerPattern!: BannerPattern | null;

  @Column('text', { nullable: true })
  bannerTone!: BannerTone | null;

  @Column('text')
  visibility!: CommunityVisibility;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'community_created_by_fk' })
  @Column('uuid', { nullable: true })
  createdById!: string | null;

  /** Made by the client once per creation: the same again is a retry. */
  @Column('uuid', { nullable: true })
  key!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** Since when it is at rest: read and found, but nothing is added. Null: it lives. */
  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;
}
