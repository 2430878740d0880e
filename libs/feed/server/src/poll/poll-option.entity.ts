import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PollEntity } from './poll.entity.ts';

/** Something to choose in a poll. */
@Entity('poll_option')
@Index('poll_option_listed', ['postId', 'position'], { unique: true })
export class PollOptionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => PollEntity, { onDelete: 'CASCADE', name: 'poll_option_poll_fk' })
  @Column('uuid')
  postId!: string;

  @Column('int')
  position!: number;

  @Column('text')
  label!: string;

  /** How often it was chosen in an anonymous poll: a number and nothing more. By name, votes are counted instead. */
  @Column('int', { default: 0 })
  anonymousCount!: number;
}
