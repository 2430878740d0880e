import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignPhaseEntity } from './campaign-phase.entity.ts';
import type { PhaseKind } from './phases.ts';

/** A phase closes later than it was to: why is shown to all. */
@Entity('phase_extension')
@Index('phase_extension_phase', ['campaignId', 'kind'])
@ForeignKey(() => CampaignPhaseEntity, ['campaignId', 'kind'], ['campaignId', 'kind'], { onDelete: 'CASCADE', name: 'phase_extension_phase_fk' })
export class PhaseExtensionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  campaignId!: string;

  @Column('text')
  kind!: PhaseKind;

  /** When it was to close before. */
  @Column('timestamptz')
  closedAt!: Date;

  @Column('timestamptz')
  closesAt!: Date;

  @Column('text')
  reason!: string;

  @Index('phase_extension_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'phase_extension_by_fk' })
  @Column('uuid')
  byId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
