import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { JuryDrawEntity } from './jury-draw.entity.ts';

/** declined: gave their place back. dismissed: taken off the jury by its owner, with a reason. */
export const leavings = ['declined', 'dismissed'] as const;
export type Leaving = (typeof leavings)[number];

/** Somebody was called to a jury. Those who serve also have the role in `campaign_role`; those who left stay listed here. */
@Entity('jury_member')
@Index('jury_member_serving', { synchronize: false })
@Check('jury_member_leaving', `leaving IN ('declined', 'dismissed')`)
@Check('jury_member_drawn', '(draw_id IS NULL) = (place IS NULL)')
@Check('jury_member_left', '(left_at IS NULL) = (leaving IS NULL)')
export class JuryMemberEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'jury_member_campaign_fk' })
  @Column('uuid')
  campaignId!: string;

  @Index('jury_member_person')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'jury_member_person_fk' })
  @Column('uuid')
  personId!: string;

  /** Null: named by the owner. */
  @Index('jury_member_draw')
  @ForeignKey(() => JuryDrawEntity, { onDelete: 'CASCADE', name: 'jury_member_draw_fk' })
  @Column('uuid', { nullable: true })
  drawId!: string | null;

  /** Where their lot came in the draw, from 1. */
  @Column('int', { nullable: true })
  place!: number | null;

  @Column('timestamptz')
  calledAt!: Date;

  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;

  @Column('text', { nullable: true })
  leaving!: Leaving | null;

  /** Why they were dismissed. */
  @Column('text', { default: '' })
  reason!: string;
}
