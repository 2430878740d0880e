import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CommunityEntity } from '../community/community.entity.ts';

/** asked: waits for the second person. approved: open until `endsAt`. The others are over. Time has the last word: what waited, or was open, for too long is over whatever stands here. */
export const breakGlassStates = ['asked', 'approved', 'refused', 'withdrawn', 'lapsed', 'ended'] as const;
export type BreakGlassState = (typeof breakGlassStates)[number];

/** Somebody of IT reads in a community that is closed to them, for a reason and for hours, because a second person has said yes. Kept: its members see it. */
@Entity('break_glass_access')
@Check('break_glass_access_state', `state IN ('asked', 'approved', 'refused', 'withdrawn', 'lapsed', 'ended')`)
@Check('break_glass_access_hours', 'hours BETWEEN 1 AND 24')
@Index('break_glass_access_community', ['communityId', 'id'])
export class BreakGlassEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'break_glass_access_pk' })
  id!: string;

  @ForeignKey(() => CommunityEntity, { onDelete: 'CASCADE', name: 'break_glass_access_community_fk' })
  @Column('uuid')
  communityId!: string;

  @Column('text')
  state!: BreakGlassState;

  @Index('break_glass_access_asked_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'break_glass_access_asked_by_fk' })
  @Column('uuid', { nullable: true })
  askedById!: string | null;

  @Column('text')
  reason!: string;

  /** How long it is open once it is approved. */
  @Column('int')
  hours!: number;

  @Column('timestamptz')
  askedAt!: Date;

  /** Until then somebody may decide. */
  @Column('timestamptz')
  lapsesAt!: Date;

  @Index('break_glass_access_decided_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'break_glass_access_decided_by_fk' })
  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Set with the approval; brought forward when somebody ends it. */
  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;

  /** Who ended it before its time; null: nobody. */
  @Index('break_glass_access_ended_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'break_glass_access_ended_by_fk' })
  @Column('uuid', { nullable: true })
  endedById!: string | null;

  /** Pages that were read. */
  @Column('int', { default: 0 })
  readingCount!: number;

  @Column('timestamptz', { nullable: true })
  firstReadAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastReadAt!: Date | null;
}
