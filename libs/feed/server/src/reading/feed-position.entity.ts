import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FeedSource } from '../home/feed-source.ts';

/** Where somebody stopped in one of their feeds; for them alone. */
@Entity('feed_position')
@Check('feed_position_source', `source IN ('following', 'all', 'communities', 'leadership')`)
@Index('feed_position_seen', ['seenAt'])
export class FeedPositionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'feed_position_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'feed_position_person_fk' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'feed_position_pk' })
  source!: FeedSource;

  /** The post last seen: a place in the order of posts, which stays one when the post is deleted. */
  @Column('uuid', { nullable: true })
  postId!: string | null;

  /** Everything in this feed before this place counts as read. */
  @Column('uuid', { nullable: true })
  readUpTo!: string | null;

  /** When the reader was last here; positions go 90 days after. */
  @Column('timestamptz')
  seenAt!: Date;
}
