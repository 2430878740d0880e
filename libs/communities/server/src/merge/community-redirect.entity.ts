import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommunityEntity } from '../community/community.entity.ts';

/** A community that was merged into another: its address leads there. */
@Entity('community_redirect')
export class CommunityRedirectEntity {
  /** The id of what is no more. */
  @PrimaryColumn('uuid')
  fromId!: string;

  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'community_redirect_into_fk' })
  @Index('community_redirect_into')
  @Column('uuid')
  intoId!: string;

  @Column('timestamptz')
  mergedAt!: Date;
}
