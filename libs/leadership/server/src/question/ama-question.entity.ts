import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AmaSessionEntity } from '../session/ama-session.entity.ts';

/** What somebody asks in a session, under their name. Withdrawn ones leave lists but keep their row: a retry must not bring them back. */
@Entity('ama_question')
@Index('ama_question_key', ['authorId', 'key'], { unique: true })
@Index('ama_question_open', { synchronize: false })
@Index('ama_question_answered', { synchronize: false })
export class AmaQuestionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => AmaSessionEntity, { onDelete: 'CASCADE', name: 'ama_question_session_fk' })
  @Column('uuid')
  sessionId!: string;

  @ForeignKey(() => PersonEntity, { onDelete: 'RESTRICT', name: 'ama_question_author_fk' })
  @Column('uuid')
  authorId!: string;

  /** Made by the client once per question: the same again is a retry. */
  @Column('uuid')
  key!: string;

  @Column('text')
  text!: string;

  /** Recounted with each vote, so that lists can be read in this order. */
  @Column('int', { default: 0 })
  voteCount!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}
