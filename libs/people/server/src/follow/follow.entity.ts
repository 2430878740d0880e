import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody reads somebody else’s posts in their home feed. */
@Entity('follow')
@Check('follow_other', 'follower_id <> followee_id')
export class FollowEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'follow_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'follow_follower_fk' })
  followerId!: string;

  @Index('follow_followee')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'follow_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'follow_followee_fk' })
  followeeId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
