import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignEntity } from '../campaign/campaign.entity.ts';

/** draft: its authors see it. submitted: whoever sees the campaign. withdrawn: taken back by its authors. archived: put away by who runs the campaign, with a reason. merged: lives on in another. */
export const ideaStates = ['draft', 'submitted', 'withdrawn', 'archived', 'merged'] as const;
export type IdeaState = (typeof ideaStates)[number];

/** What it would take, by one person. */
export const efforts = ['days', 'weeks', 'months', 'longer'] as const;
export type Effort = (typeof efforts)[number];

const oneOf = (column: string, values: readonly string[]): string => `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;

/** What somebody proposes, in a campaign or in the idea box. */
@Entity('idea')
@Index('idea_key', ['authorId', 'key'], { unique: true })
@Index('idea_submitted_at', ['submittedAt'])
@Index('idea_newest', { synchronize: false })
@Index('idea_supported', { synchronize: false })
@Check('idea_state', oneOf('state', ideaStates))
@Check('idea_effort', oneOf('effort', efforts))
@Check('idea_merged', `(state = 'merged') = (merged_into_id IS NOT NULL)`)
@Check('idea_submitted', `state IN ('draft', 'withdrawn') OR submitted_at IS NOT NULL`)
export class IdeaEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Made by the client once per idea: the same again is a retry. */
  @Column('uuid')
  key!: string;

  /** Null: in the idea box. */
  @ForeignKey(() => CampaignEntity, { onDelete: 'RESTRICT', name: 'idea_campaign_fk' })
  @Column('uuid', { nullable: true })
  campaignId!: string | null;

  /** Who began it; co-authors stand beside in `idea_author`. */
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'idea_author_fk' })
  @Column('uuid')
  authorId!: string;

  @Column('text')
  state!: IdeaState;

  @Column('text')
  title!: string;

  @Column('text')
  problem!: string;

  @Column('jsonb')
  proposal!: RichTextDocument;

  /** The proposal without its form. */
  @Column('text')
  proposalText!: string;

  @Column('text')
  benefit!: string;

  /** What is expected, as a figure in `benefitUnit`; null: not told. */
  @Column('int', { nullable: true })
  benefitAmount!: number | null;

  /** Such as « hours a month ». */
  @Column('text')
  benefitUnit!: string;

  /** Whole euros; null: not told. */
  @Column('int', { nullable: true })
  cost!: number | null;

  @Column('text', { nullable: true })
  effort!: Effort | null;

  @Column('text', { array: true })
  tags!: string[];

  /** Whom or what its authors look for. */
  @Column('text', { array: true })
  lookingFor!: string[];

  /** Number of the newest version, from 1. */
  @Column('int')
  version!: number;

  /** Recounted with each support, so that lists can be read in this order. */
  @Column('int', { default: 0 })
  supportCount!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** Where it comes from: the department of its author when it was submitted, written by the database; empty: of none. */
  @Column({ type: 'text', nullable: true, insert: false, update: false })
  department!: string | null;

  @Column('text', { default: '' })
  archiveReason!: string;

  @Index('idea_merged_into')
  @ForeignKey(() => IdeaEntity, { onDelete: 'RESTRICT', name: 'idea_merged_into_fk' })
  @Column('uuid', { nullable: true })
  mergedIntoId!: string | null;
}
