import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaEntity } from '../idea/idea.entity.ts';

/** What a juror makes of an idea. */
@Entity('jury_sheet')
@Check('jury_sheet_submitted', 'NOT is_submitted OR total IS NOT NULL')
@Check('jury_sheet_conflict', `NOT is_conflict OR (scores = '{}' AND total IS NULL AND comment = '')`)
export class JurySheetEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'jury_sheet_pk' })
  @ForeignKey(() => IdeaEntity, { onDelete: 'CASCADE', name: 'jury_sheet_idea_fk' })
  ideaId!: string;

  @Index('jury_sheet_juror')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'jury_sheet_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'jury_sheet_juror_fk' })
  jurorId!: string;

  /** From 0 to 10, by criterion. */
  @Column('jsonb')
  scores!: Record<string, number>;

  /** The scores by the weight of their criteria, from 0 to 10; null as long as one is missing. */
  @Column('double precision', { nullable: true })
  total!: number | null;

  /** For the authors, and for everybody, once the jury has judged. */
  @Column('text')
  comment!: string;

  /** For the juror alone: it leaves the server in answers to them and in no other way. */
  @Column('text')
  note!: string;

  @Column('boolean')
  isSubmitted!: boolean;

  @Column('boolean')
  isConflict!: boolean;

  /** What the juror says of their conflict of interest, for the owner; may be empty. */
  @Column('text')
  conflict!: string;

  @Column('timestamptz')
  updatedAt!: Date;
}
