import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdeaEntity } from '../idea/idea.entity.ts';
import { BallotEntity } from './ballot.entity.ts';

/** What somebody gave an idea: 1 to 5 stars, a grade from 0 (the best) to 5, points, or 1 for an idea in their basket. */
@Entity('ballot_vote')
export class BallotVoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_vote_pk' })
  @ForeignKey(() => BallotEntity, { onDelete: 'CASCADE', name: 'ballot_vote_ballot_fk' })
  ballotId!: string;

  /** Whose: see `voterOf`. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'ballot_vote_pk' })
  voter!: Buffer;

  @Index('ballot_vote_idea')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_vote_pk' })
  @ForeignKey(() => IdeaEntity, { onDelete: 'RESTRICT', name: 'ballot_vote_idea_fk' })
  ideaId!: string;

  /** Null in a secret ballot. */
  @Index('ballot_vote_person', { where: 'person_id IS NOT NULL' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'ballot_vote_person_fk' })
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('int')
  mark!: number;
}
