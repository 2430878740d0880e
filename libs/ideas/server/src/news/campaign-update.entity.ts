import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';

/** What those who run a campaign tell of it while it goes on. */
@Entity('campaign_update')
@Index('campaign_update_key', ['authorId', 'key'], { unique: true })
@Index('campaign_update_campaign', ['campaignId', 'id'])
export class CampaignUpdateEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Made by the client once per update: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @ForeignKey(() => CampaignEntity, { onDelete: 'CASCADE', name: 'campaign_update_campaign_fk' })
  @Column('uuid')
  campaignId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'campaign_update_author_fk' })
  @Column('uuid')
  authorId!: string;

  @Column('jsonb')
  body!: RichTextDocument;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;
}
