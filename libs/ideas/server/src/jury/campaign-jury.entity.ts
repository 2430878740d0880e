import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';

/** How the jury of a campaign judges; no row: seeing who made what, and everybody everything. */
@Entity('campaign_jury')
@Check('campaign_jury_readers', 'readers BETWEEN 1 AND 100')
export class CampaignJuryEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'campaign_jury_campaign_fk' })
  campaignId!: string;

  /** Jurors are not told who made the ideas until they have judged. */
  @Column('boolean')
  isBlind!: boolean;

  /** Each idea is read by so many jurors at least, each of whom reads a share; null: everybody reads all. */
  @Column('int', { nullable: true })
  readers!: number | null;
}
