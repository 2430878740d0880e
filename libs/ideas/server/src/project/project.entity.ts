import type { RichTextDocument } from '@parvis/conversations/server';
import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaEntity } from '../idea/idea.entity.ts';

/** A selected idea that is carried out. Whether it is late is computed, never kept. */
@Entity('project')
@Check('project_percentage', 'percentage BETWEEN 0 AND 100')
@Check('project_delivered', '(delivered_on IS NULL) = (result IS NULL)')
@Check('project_measured', '(measured_at IS NULL) = (measured_by_id IS NULL) AND (measured_at IS NULL) = (measured_amount IS NULL) AND (measured_at IS NULL OR delivered_on IS NOT NULL)')
export class ProjectEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Made by the client once per project: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @Index('project_idea', { unique: true })
  @ForeignKey(() => IdeaEntity, { onDelete: 'RESTRICT', name: 'project_idea_fk' })
  @Column('uuid')
  ideaId!: string;

  @Index('project_begun_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'project_begun_by_fk' })
  @Column('uuid')
  begunById!: string;

  /** Who carries it out. */
  @Index('project_owner')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'project_owner_fk' })
  @Column('uuid')
  ownerId!: string;

  /** The day by which it is to be delivered (YYYY-MM-DD), by the clock of the campaign. */
  @Column('date')
  endsOn!: string;

  /** The day that was promised first: a day put off stays told. */
  @Column('date')
  firstEndsOn!: string;

  @Column('int')
  percentage!: number;

  /** What the idea promised when the project was begun, in `unit`; null: it promised no figure. */
  @Column('int', { nullable: true })
  expectedAmount!: number | null;

  @Column('text')
  unit!: string;

  /** From 1. */
  @Column('int')
  version!: number;

  @Column('timestamptz')
  begunAt!: Date;

  /** What was delivered; null: not yet. */
  @Column('jsonb', { nullable: true })
  result!: RichTextDocument | null;

  @Column('text', { default: '' })
  resultText!: string;

  @Column('date', { nullable: true })
  deliveredOn!: string | null;

  /** What it has brought, in `unit`; null: not measured yet. */
  @Column('int', { nullable: true })
  measuredAmount!: number | null;

  @Column('text', { default: '' })
  measuredHow!: string;

  @Index('project_measured_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'project_measured_by_fk' })
  @Column('uuid', { nullable: true })
  measuredById!: string | null;

  @Column('timestamptz', { nullable: true })
  measuredAt!: Date | null;
}
