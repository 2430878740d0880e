import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommunityEntity } from '../community/community.entity.ts';

/** Somebody is asked to come in. One that was declined keeps its row: nobody is asked twice. One that was accepted is gone. */
@Entity('community_invitation')
@Index('community_invitation_person_community', ['personId', 'communityId'], { unique: true })
@Index('community_invitation_listed', ['communityId', 'id'])
export class InvitationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'community_invitation_community_fk' })
  @Column('uuid')
  communityId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'community_invitation_person_fk' })
  @Column('uuid')
  personId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'community_invitation_inviter_fk' })
  @Index('community_invitation_inviter')
  @Column('uuid')
  inviterId!: string;

  /** What the inviter says; may be empty. */
  @Column('text')
  word!: string;

  @Column('timestamptz')
  invitedAt!: Date;

  @Column('timestamptz', { nullable: true })
  declinedAt!: Date | null;
}
