import { PersonEntity } from '@parvis/identity/server';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PollOptionEntity } from './poll-option.entity.ts';

/** What somebody chose in a poll by name. Anonymous polls have no such row. */
@Entity('poll_vote')
export class PollVoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'poll_vote_pk' })
  @ForeignKey(() => PollOptionEntity, { onDelete: 'CASCADE', name: 'poll_vote_option_fk' })
  optionId!: string;

  @Index('poll_vote_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'poll_vote_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'poll_vote_person_fk' })
  personId!: string;
}
