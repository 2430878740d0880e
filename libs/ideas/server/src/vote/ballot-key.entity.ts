import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { BallotEntity } from './ballot.entity.ts';

/** What names voters in a secret ballot, so that each votes once and may change their vote. It is destroyed when the vote has closed: from then on nobody can tell whose vote is whose. */
@Entity('ballot_key')
export class BallotKeyEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => BallotEntity, { onDelete: 'CASCADE', name: 'ballot_key_ballot_fk' })
  ballotId!: string;

  @Column('bytea')
  key!: Buffer;
}
