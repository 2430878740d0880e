import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommunityEntity } from '../community/community.entity.ts';

/** What was changed: texts and looks, who may come in, who animates, where the community goes. */
export const communityChangeKinds = [
  'name', 'description', 'charter', 'topics', 'welcome', 'banner', 'visibility',
  'animator-named', 'animator-withdrawn', 'member-removed', 'archived', 'restored', 'merged',
] as const;
export type CommunityChangeKind = (typeof communityChangeKinds)[number];

/** One important change of a community, kept for its animators. What members do there is not. */
@Entity('community_change')
@Index('community_change_listed', ['communityId', 'id'])
export class CommunityChangeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'community_change_community_fk' })
  @Column('uuid')
  communityId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'community_change_actor_fk' })
  @Index('community_change_actor')
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('text')
  kind!: CommunityChangeKind;

  /** Whom it is about, when it is about somebody. */
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'community_change_person_fk' })
  @Index('community_change_person')
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text', { nullable: true })
  before!: string | null;

  @Column('text', { nullable: true })
  after!: string | null;

  @Column('timestamptz')
  changedAt!: Date;
}
