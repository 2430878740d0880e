import { CommunityEntity } from '@parvis/communities/server';
import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody does not want in their feeds for a while: a person, a community or a hashtag, exactly one of them. */
@Entity('mute')
@Check('mute_one_target', 'num_nonnulls(muted_person_id, community_id, tag) = 1')
@Check('mute_other', 'muted_person_id <> person_id')
@Index('mute_of_person', ['mutedPersonId', 'personId'], { unique: true })
@Index('mute_of_community', ['communityId', 'personId'], { unique: true })
@Index('mute_of_tag', ['tag', 'personId'], { unique: true })
@Index('mute_person', ['personId', 'id'])
export class MuteEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'mute_person_fk' })
  @Column('uuid')
  personId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'mute_muted_person_fk' })
  @Column('uuid', { nullable: true })
  mutedPersonId!: string | null;

  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'mute_community_fk' })
  @Column('uuid', { nullable: true })
  communityId!: string | null;

  /** Lower-cased, without its #. */
  @Column('text', { nullable: true })
  tag!: string | null;

  /** Null: until it is taken back. */
  @Column('timestamptz', { nullable: true })
  until!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;
}
