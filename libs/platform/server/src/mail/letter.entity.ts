import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A letter on its way. It holds neither words nor an address, and is gone once it is sent. */
@Entity('letter')
@Index('letter_due', ['dueAt', 'id'], { where: 'given_up_at IS NULL' })
export class LetterEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  type!: string;

  @Column('jsonb')
  payload!: object;

  /** When it may leave, or is tried again. */
  @Column('timestamptz')
  dueAt!: Date;

  /** After that it is no news any more. */
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('integer', { default: 0 })
  attempts!: number;

  /** Why the last attempt failed: codes, never words of a server, in which addresses stand. */
  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('timestamptz', { nullable: true })
  givenUpAt!: Date | null;
}
