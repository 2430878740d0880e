import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommunityEntity } from '../community/community.entity.ts';

/** Who tells the groups that give places: the company's directory as groups change there, an identity provider whenever somebody signs in. */
export const placeGivers = ['directory', 'sign-in'] as const;
export type PlaceGiver = (typeof placeGivers)[number];

/** Why somebody is a member who neither came by themselves nor was brought in by an animator: a group gave them the place, and takes it with it. */
@Entity('given_place')
@Check('given_place_by', `given_by IN (${placeGivers.map((giver) => `'${giver}'`).join(', ')})`)
export class GivenPlaceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'given_place_pk' })
  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'given_place_community_fk' })
  communityId!: string;

  @Index('given_place_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'given_place_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'given_place_person_fk' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'given_place_pk' })
  givenBy!: PlaceGiver;

  /** The group has no say any more: they left, were put out, or made the place their own. It neither takes the place nor gives it again while it lasts. */
  @Column('boolean', { default: false })
  isReleased!: boolean;
}
