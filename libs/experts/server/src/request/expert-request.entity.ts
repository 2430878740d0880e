import { PostEntity } from '@parvis/feed/server';
import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { EvidenceKind } from '../finding/ranking.ts';
import type { Skilled } from '../finding/skilled.query.ts';

/** Why somebody was thought of, as the asker’s eyes saw it: the person is shown it, as far as they may read it then. */
export interface RequestReasons {
  evidence: { id: string; kind: EvidenceKind; questionId: string | null }[];
  skilled: Skilled[];
  /** What they say one may ask them about, of what is asked, in their words. */
  askMeAbout: string[];
}

export const noReasons: RequestReasons = { evidence: [], skilled: [], askMeAbout: [] };

/** A question brought to one person. No column tells how it ended: declined, gone by and answered by another leave the same row. Kept for a year after the question. */
@Entity('expert_request')
@Check('expert_request_three', 'turn BETWEEN 1 AND 3')
@Index('expert_request_turn', ['questionId', 'turn'], { unique: true })
@Index('expert_request_once', ['questionId', 'personId'], { unique: true })
@Index('expert_request_open', ['questionId'], { unique: true, where: 'is_open' })
@Index('expert_request_person', ['personId', 'offeredAt'])
export class ExpertRequestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'expert_request_pk' })
  id!: string;

  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE', name: 'expert_request_question_fk' })
  @Column('uuid')
  questionId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'expert_request_person_fk' })
  @Column('uuid')
  personId!: string;

  /** 1, 2 or 3: there is no fourth. */
  @Column('smallint')
  turn!: number;

  @Column('jsonb')
  reasons!: RequestReasons;

  @Column('timestamptz')
  offeredAt!: Date;

  /** When the turn goes by. */
  @Column('timestamptz')
  untilAt!: Date;

  @Column('boolean')
  isOpen!: boolean;
}
