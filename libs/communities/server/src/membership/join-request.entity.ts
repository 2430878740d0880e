import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommunityEntity } from '../community/community.entity.ts';

/** Somebody waits to be let into a closed community. */
@Entity('join_request')
@Index('join_request_person_community', ['personId', 'communityId'], { unique: true })
@Index('join_request_listed', ['communityId', 'id'])
export class JoinRequestEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'join_request_community_fk' })
  @Column('uuid')
  communityId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'join_request_person_fk' })
  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  requestedAt!: Date;
}
