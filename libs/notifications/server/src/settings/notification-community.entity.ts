import { CommunityEntity } from '@parvis/communities/server';
import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const communityLevels = ['all', 'mentions', 'nothing'] as const;
export type CommunityLevel = (typeof communityLevels)[number];

/** That somebody wants less from a community; everything, when there is no row. */
@Entity('notification_community')
@Check('notification_community_level', `level IN ('mentions', 'nothing')`)
export class NotificationCommunityEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_community_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'notification_community_person_fk' })
  personId!: string;

  @Index('notification_community_of')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_community_pk' })
  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'notification_community_community_fk' })
  communityId!: string;

  @Column('text')
  level!: Exclude<CommunityLevel, 'all'>;
}
