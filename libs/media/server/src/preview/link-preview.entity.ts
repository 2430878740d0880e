import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What a page said of itself when it was looked at. Never changed: whoever keeps one shows what its author saw. One without a title tells that
 * there was nothing to show.
 */
@Entity('link_preview')
@Index('link_preview_url', ['url', 'expiresAt'])
@Index('link_preview_to_sweep', ['expiresAt'])
export class LinkPreviewEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** As asked for, without its fragment. */
  @Column('text')
  url!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text')
  description!: string;

  @Column('text')
  siteName!: string;

  /** The folder of its picture in the storage. */
  @Column('text', { nullable: true })
  imageKey!: string | null;

  @Column('integer', { nullable: true })
  imageWidth!: number | null;

  @Column('integer', { nullable: true })
  imageHeight!: number | null;

  @Column('timestamptz')
  fetchedAt!: Date;

  /** Until then the next who asks is answered with it. */
  @Column('timestamptz')
  expiresAt!: Date;
}
