import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaEntity } from '../idea/idea.entity.ts';
import { BallotEntity } from './ballot.entity.ts';

/** Which of two ideas somebody prefers. */
@Entity('ballot_pair')
@Check('ballot_pair_preferred', 'preferred IN (0, 1, 2)')
@Check('ballot_pair_order', 'first_id < second_id')
export class BallotPairEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_pair_pk' })
  @ForeignKey(() => BallotEntity, { onDelete: 'CASCADE', name: 'ballot_pair_ballot_fk' })
  ballotId!: string;

  /** Whose: see `voterOf`. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'ballot_pair_pk' })
  voter!: Buffer;

  @Index('ballot_pair_first')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_pair_pk' })
  @ForeignKey(() => IdeaEntity, { onDelete: 'RESTRICT', name: 'ballot_pair_first_fk' })
  firstId!: string;

  @Index('ballot_pair_second')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_pair_pk' })
  @ForeignKey(() => IdeaEntity, { onDelete: 'RESTRICT', name: 'ballot_pair_second_fk' })
  secondId!: string;

  /** Null in a secret ballot. */
  @Index('ballot_pair_person', { where: 'person_id IS NOT NULL' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'ballot_pair_person_fk' })
  @Column('uuid', { nullable: true })
  personId!: string | null;

  /** 1: the first, 2: the second, 0: the voter passed. */
  @Column('smallint')
  preferred!: 0 | 1 | 2;
}
