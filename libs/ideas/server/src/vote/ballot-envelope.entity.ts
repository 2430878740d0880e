import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { BallotEntity } from './ballot.entity.ts';

/** Money that ideas are paid from. */
@Entity('ballot_envelope')
@Check('ballot_envelope_amount', 'amount > 0')
export class BallotEnvelopeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_envelope_pk' })
  @ForeignKey(() => BallotEntity, { onDelete: 'CASCADE', name: 'ballot_envelope_ballot_fk' })
  ballotId!: string;

  /** Whose ideas it pays; empty: those of everybody. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'ballot_envelope_pk' })
  department!: string;

  /** In whole euros. */
  @Column('int')
  amount!: number;
}
