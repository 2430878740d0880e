import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';

/** A question that is often asked about a campaign, with its answer. */
@Entity('campaign_faq')
@Index('campaign_faq_campaign', ['campaignId', 'place'])
export class CampaignFaqEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'campaign_faq_campaign_fk' })
  @Column('uuid')
  campaignId!: string;

  /** From 0. */
  @Column('int')
  place!: number;

  @Column('text')
  question!: string;

  @Column('text')
  answer!: string;
}
