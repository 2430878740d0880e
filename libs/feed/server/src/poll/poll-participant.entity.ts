import { PersonEntity } from '@parvis/identity/server';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PollEntity } from './poll.entity.ts';

/** Somebody has voted: so that nobody votes twice. It holds neither the choice nor the time, which could betray it. */
@Entity('poll_participant')
export class PollParticipantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'poll_participant_pk' })
  @ForeignKey(() => PollEntity, { onDelete: 'CASCADE', name: 'poll_participant_poll_fk' })
  postId!: string;

  @Index('poll_participant_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'poll_participant_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'poll_participant_person_fk' })
  personId!: string;
}
