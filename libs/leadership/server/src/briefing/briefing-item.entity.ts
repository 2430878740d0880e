import { PostEntity } from '@parvis/feed/server';
import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BriefingReason } from './choice.ts';

/** One of the things chosen for an executive for a day. Only that day’s are kept. */
@Entity('briefing_item')
export class BriefingItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'briefing_item_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'briefing_item_person_fk' })
  personId!: string;

  @Index('briefing_item_post')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'briefing_item_pk' })
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'briefing_item_post_fk' })
  postId!: string;

  /** A calendar day in UTC, YYYY-MM-DD. */
  @Column('date')
  day!: string;

  @Column('int')
  position!: number;

  @Column('text', { array: true })
  reasons!: BriefingReason[];
}
