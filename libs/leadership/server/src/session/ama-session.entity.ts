import { CommunityEntity } from '@parvis/communities/server';
import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An hour in which an executive answers what colleagues asked and voted for before. */
@Entity('ama_session')
@Check('ama_session_times', `opens_at <= starts_at AND starts_at < ends_at`)
@Index('ama_session_key', ['plannedById', 'key'], { unique: true })
@Index('ama_session_listed', ['startsAt', 'id'])
export class AmaSessionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** The executive who answers. */
  @Index('ama_session_host')
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'ama_session_host_fk' })
  @Column('uuid')
  hostId!: string;

  /** Whose `key` it is: the host. */
  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'ama_session_planned_by_fk' })
  @Column('uuid')
  plannedById!: string;

  /** Null: for the whole company. It never changes: who asked knew who would read. */
  @Index('ama_session_community')
  @ForeignKey(() => CommunityEntity, { onDelete: 'RESTRICT', name: 'ama_session_community_fk' })
  @Column('uuid', { nullable: true })
  communityId!: string | null;

  /** Made by the client once per session: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @Column('text')
  title!: string;

  @Column('text')
  description!: string;

  /** From then on questions are taken. */
  @Column('timestamptz')
  opensAt!: Date;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  /** Counts changes of its times, and that it was called off: a calendar then changes the entry it has (RFC 5545, 3.8.7.4). */
  @Column('int', { default: 0 })
  sequence!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;
}
