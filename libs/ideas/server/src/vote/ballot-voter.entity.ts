import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BallotEntity } from './ballot.entity.ts';

/** Who took part in a ballot, apart from what they voted. */
@Entity('ballot_voter')
export class BallotVoterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_voter_pk' })
  @ForeignKey(() => BallotEntity, { onDelete: 'CASCADE', name: 'ballot_voter_ballot_fk' })
  ballotId!: string;

  @Index('ballot_voter_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_voter_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'ballot_voter_person_fk' })
  personId!: string;

  /** The day of their first vote (YYYY-MM-DD, UTC), never the hour. */
  @Column('date')
  votedOn!: string;
}
