import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaEntity } from '../idea/idea.entity.ts';

/** Two ideas that are to become one, or have: the source goes into the target, which lives on. Declined: the row goes. */
@Entity('idea_merge')
@Index('idea_merge_proposed', ['sourceId', 'targetId'], { unique: true, where: 'merged_at IS NULL' })
@Index('idea_merge_done', ['sourceId'], { unique: true, where: 'merged_at IS NOT NULL AND undone_at IS NULL' })
@Check('idea_merge_two', 'source_id <> target_id')
@Check('idea_merge_consent', 'merged_at IS NULL OR (source_agreed AND target_agreed)')
@Check('idea_merge_undone', 'undone_at IS NULL OR merged_at IS NOT NULL')
export class IdeaMergeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => IdeaEntity, { onDelete: 'CASCADE', name: 'idea_merge_source_fk' })
  @Column('uuid')
  sourceId!: string;

  @Index('idea_merge_target')
  @ForeignKey(() => IdeaEntity, { onDelete: 'CASCADE', name: 'idea_merge_target_fk' })
  @Column('uuid')
  targetId!: string;

  @Index('idea_merge_proposed_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'idea_merge_proposed_by_fk' })
  @Column('uuid')
  proposedById!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  /** One of its authors is enough, on each side. */
  @Column('boolean')
  sourceAgreed!: boolean;

  @Column('boolean')
  targetAgreed!: boolean;

  @Column('timestamptz', { nullable: true })
  mergedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}
