import { bannerPatterns, bannerTones, type BannerPattern, type BannerTone } from '@parvis/communities/server';
import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What an idea is judged by, and how much it weighs. */
export interface Criterion {
  id: string;
  label: string;
  /** From 1 to 10. */
  weight: number;
}

const oneOf = (column: string, values: readonly string[]): string => `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;

/** A question that a sponsor puts to colleagues. Where it stands is told by its phases and the clock (`stageAt`). */
@Entity('campaign')
@Index('campaign_key', ['createdById', 'key'], { unique: true })
@Check('campaign_banner_pattern', oneOf('banner_pattern', bannerPatterns))
@Check('campaign_banner_tone', oneOf('banner_tone', bannerTones))
@Check('campaign_committed', `committed_at IS NULL OR (sponsor_id IS NOT NULL AND commitment <> '' AND commitment_due_on IS NOT NULL)`)
@Check('campaign_published', `published_at IS NULL OR (committed_at IS NOT NULL AND answers_due_on IS NOT NULL)`)
export class CampaignEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Made by the client once per campaign: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'campaign_created_by_fk' })
  @Column('uuid')
  createdById!: string;

  /** Who runs it. */
  @Index('campaign_owner')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'campaign_owner_fk' })
  @Column('uuid')
  ownerId!: string;

  /** The executive who commits to what happens with the result; null only in a draft. */
  @Index('campaign_sponsor')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'campaign_sponsor_fk' })
  @Column('uuid', { nullable: true })
  sponsorId!: string | null;

  @Column('text')
  question!: string;

  @Column('jsonb')
  context!: RichTextDocument;

  /** The context without its form. */
  @Column('text')
  contextText!: string;

  @Column('text')
  rules!: string;

  @Column('jsonb')
  criteria!: Criterion[];

  /** What there is to carry ideas out, in words: time, people, tools. */
  @Column('text')
  resources!: string;

  /** Whole euros; null: not told. */
  @Column('int', { nullable: true })
  budget!: number | null;

  /** Without #, lower case; null: none. */
  @Column('text', { nullable: true })
  hashtag!: string | null;

  @Column('text')
  bannerPattern!: BannerPattern;

  @Column('text')
  bannerTone!: BannerTone;

  /** False: for the departments and communities in `campaign_audience`. */
  @Column('boolean')
  isForEveryone!: boolean;

  /** IANA name: the clock by which phases are told. */
  @Column('text')
  timeZone!: string;

  /** What the sponsor promises will happen with the result. */
  @Column('text')
  commitment!: string;

  /** By when, a day of the campaign’s time zone (YYYY-MM-DD). */
  @Column('date', { nullable: true })
  commitmentDueOn!: string | null;

  /** When the sponsor signed; null: not yet. */
  @Column('timestamptz', { nullable: true })
  committedAt!: Date | null;

  /** The last day for an answer to every idea (YYYY-MM-DD). */
  @Column('date', { nullable: true })
  answersDueOn!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('text')
  cancellationReason!: string;

  /** Counts what whoever prepares it changes: who started from an older one must not undo that unseen. */
  @Column('int', { default: 1 })
  version!: number;
}
