import { PersonEntity } from '@parvis/identity/server';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AmaSessionEntity } from './ama-session.entity.ts';

/** Another executive who answers in a session, beside its host. */
@Entity('ama_cohost')
export class AmaCohostEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ama_cohost_pk' })
  @ForeignKey(() => AmaSessionEntity, { onDelete: 'CASCADE', name: 'ama_cohost_session_fk' })
  sessionId!: string;

  @Index('ama_cohost_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ama_cohost_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'ama_cohost_person_fk' })
  personId!: string;
}
