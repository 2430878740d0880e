import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';

/** How the jury of a campaign judges; no row: seeing who made what. */
@Entity('campaign_jury')
export class CampaignJuryEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'campaign_jury_campaign_fk' })
  campaignId!: string;

  /** Jurors are not told who made the ideas until they have judged. */
  @Column('boolean')
  isBlind!: boolean;
}
