import { CommunityEntity } from '@parvis/communities/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from './campaign.entity.ts';

/** A department or a community that a campaign is for. */
@Entity('campaign_audience')
@Check('campaign_audience_one', '(department IS NULL) <> (community_id IS NULL)')
@Index('campaign_audience_department', { synchronize: false })
@Index('campaign_audience_community', { synchronize: false })
export class CampaignAudienceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'campaign_audience_campaign_fk' })
  @Column('uuid')
  campaignId!: string;

  @Column('text', { nullable: true })
  department!: string | null;

  @Index('campaign_audience_of_community')
  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'campaign_audience_community_fk' })
  @Column('uuid', { nullable: true })
  communityId!: string | null;
}
