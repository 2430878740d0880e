import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** open: everybody reads, joins at once. closed: everybody sees that it exists, members read, joining is asked for. secret: only members know of it. */
export type CommunityVisibility = 'open' | 'closed' | 'secret';

/** A place where people of several departments share a subject. */
@Entity('community')
@Check('community_visibility', `visibility IN ('open', 'closed', 'secret')`)
@Index('community_listed', ['sortName', 'id'])
@Index('community_key', ['createdById', 'key'], { unique: true })
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
}
