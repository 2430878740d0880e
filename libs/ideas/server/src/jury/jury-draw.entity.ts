import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';

/** Members of a jury were drawn by lot: all that it takes to draw the same again. Never changed, never deleted. */
@Entity('jury_draw')
@Index('jury_draw_key', ['campaignId', 'key'], { unique: true })
@Check('jury_draw_seats', 'seats BETWEEN 1 AND 100')
@Check('jury_draw_per_department', 'per_department >= 1')
export class JuryDrawEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Made by the client once per draw: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'jury_draw_campaign_fk' })
  @Column('uuid')
  campaignId!: string;

  @Index('jury_draw_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'jury_draw_by_fk' })
  @Column('uuid')
  byId!: string;

  @Column('int')
  seats!: number;

  /** At most so many of one department; null: as it comes. */
  @Column('int', { nullable: true })
  perDepartment!: number | null;

  /** Why it was drawn; of the first draw it may be empty. */
  @Column('text')
  reason!: string;

  /** By chance, made by the server when it drew. */
  @Column('text')
  seed!: string;

  /** `listOf` of those who stood for it. */
  @Column('text')
  candidates!: string;

  @Column('int')
  candidateCount!: number;

  /** SHA-256 of `candidates`, hexadecimal. */
  @Column('text')
  digest!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
