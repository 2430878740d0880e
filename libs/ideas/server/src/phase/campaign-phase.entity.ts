import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import type { Phase, PhaseKind } from './phases.ts';

/** A phase of a campaign. */
@Entity('campaign_phase')
@Check('campaign_phase_kind', `kind IN ('gather', 'build', 'vote', 'jury', 'decide', 'carry-out', 'review')`)
@Check('campaign_phase_length', 'opens_at < closes_at')
export class CampaignPhaseEntity implements Phase {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'campaign_phase_pk' })
  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'campaign_phase_campaign_fk' })
  campaignId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'campaign_phase_pk' })
  kind!: PhaseKind;

  @Column('timestamptz')
  opensAt!: Date;

  @Column('timestamptz')
  closesAt!: Date;
}
