import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type ThreadState = 'following' | 'muted';

/** That somebody follows a thread they take no part in (because they chose to, or were mentioned there), or has muted one. */
@Entity('thread_follow')
@Check('thread_follow_state', `state IN ('following', 'muted')`)
export class ThreadFollowEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thread_follow_pk' })
  subjectId!: string;

  @Index('thread_follow_person')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'thread_follow_person_fk' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thread_follow_pk' })
  personId!: string;

  @Column('text')
  subjectType!: string;

  @Column('text')
  state!: ThreadState;

  @Column('timestamptz')
  since!: Date;
}
