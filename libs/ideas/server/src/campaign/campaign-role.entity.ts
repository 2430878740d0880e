import { PersonEntity } from '@parvis/identity/server';
import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from './campaign.entity.ts';
import type { CampaignRole } from './campaign.policy.ts';

/** A moderator or a juror of a campaign; its owner and its sponsor stand in the campaign itself. */
@Entity('campaign_role')
@Check('campaign_role_role', `role IN ('moderator', 'juror')`)
export class CampaignRoleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'campaign_role_pk' })
  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'campaign_role_campaign_fk' })
  campaignId!: string;

  @Index('campaign_role_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'campaign_role_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'campaign_role_person_fk' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'campaign_role_pk' })
  role!: Exclude<CampaignRole, 'owner' | 'sponsor'>;
}
