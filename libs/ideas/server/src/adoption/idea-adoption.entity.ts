import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';

/** Who runs a campaign would like to have an idea of the idea box in it, and its authors have not answered. */
@Entity('idea_adoption')
@Index('idea_adoption_once', ['ideaId', 'campaignId'], { unique: true })
export class IdeaAdoptionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => IdeaEntity, { onDelete: 'CASCADE', name: 'idea_adoption_idea_fk' })
  @Column('uuid')
  ideaId!: string;

  @Index('idea_adoption_campaign')
  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'idea_adoption_campaign_fk' })
  @Column('uuid')
  campaignId!: string;

  @Index('idea_adoption_proposed_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'idea_adoption_proposed_by_fk' })
  @Column('uuid')
  proposedById!: string;

  @Column('timestamptz')
  proposedAt!: Date;
}
