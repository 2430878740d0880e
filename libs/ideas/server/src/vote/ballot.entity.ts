import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';

/**
 * A way of deciding. support: liked or not, at most `maxSupports` per person. stars: 1 to 5. grades: majority judgment, six of them. budget: baskets
 * within an envelope. pairs: the better of two, again and again. points: so many to spread.
 */
export const ballotKinds = ['support', 'stars', 'grades', 'budget', 'pairs', 'points'] as const;
export type BallotKind = (typeof ballotKinds)[number];

/** One of the ways in which a campaign decides. */
@Entity('ballot')
@Index('ballot_of_campaign', ['campaignId', 'kind'], { unique: true })
@Check('ballot_kind', `kind IN ('support', 'stars', 'grades', 'budget', 'pairs', 'points')`)
@Check('ballot_supports', `max_supports IS NULL OR (kind = 'support' AND max_supports > 0)`)
@Check('ballot_points', `(kind = 'points') = (points IS NOT NULL AND max_points IS NOT NULL) AND max_points BETWEEN 1 AND points`)
export class BallotEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'ballot_campaign_fk' })
  @Column('uuid')
  campaignId!: string;

  @Column('text')
  kind!: BallotKind;

  /** Nobody learns who voted what; see `BallotKeyEntity`. */
  @Column('boolean')
  isSecret!: boolean;

  /** Nothing tells how it stands before the vote has closed. */
  @Column('boolean')
  hidesResults!: boolean;

  /** Per person in the campaign; null: as many as one likes. */
  @Column('int', { nullable: true })
  maxSupports!: number | null;

  /** How many points each person spreads. */
  @Column('int', { nullable: true })
  points!: number | null;

  /** How many of them one idea may get. */
  @Column('int', { nullable: true })
  maxPoints!: number | null;

  /** When every vote was in and the key was destroyed; null: not yet. */
  @Column('timestamptz', { nullable: true })
  sealedAt!: Date | null;
}
