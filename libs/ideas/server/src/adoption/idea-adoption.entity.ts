import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';

/** What was answered. Taken back by who asked is declined. */
export type AdoptionAnswer = 'accepted' | 'declined';

/** Who runs a campaign would like to have an idea of the idea box in it. Who answered is kept nowhere. */
@Entity('idea_adoption')
@Index('idea_adoption_once', ['ideaId', 'campaignId'], { unique: true, where: 'answer IS NULL' })
@Index('idea_adoption_idea', ['ideaId'])
@Check('idea_adoption_answer', `answer IN ('accepted', 'declined')`)
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

  /** Null: none yet. Kept so that the same answer, sent again, is known as done. */
  @Column('text', { nullable: true })
  answer!: AdoptionAnswer | null;
}
