import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommunityEntity } from '../community/community.entity.ts';

export type CommunityRole = 'member' | 'animator';

/** Somebody's place in a community. */
@Entity('membership')
@Check('membership_role', `role IN ('member', 'animator')`)
@Index('membership_person_community', ['personId', 'communityId'], { unique: true })
@Index('membership_listed', ['communityId', 'role', 'id'])
export class MembershipEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'membership_community_fk' })
  @Column('uuid')
  communityId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'membership_person_fk' })
  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: CommunityRole;

  @Column('timestamptz')
  joinedAt!: Date;

  /** When they put the word of welcome aside; null: it is still to be read. */
  @Column('timestamptz', { nullable: true })
  welcomedAt!: Date | null;
}
