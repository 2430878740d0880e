import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../person/person.entity.ts';

/** One signed-in browser. The cookie holds a random token of which only the hash is kept: a stolen table opens nothing. */
@Entity('session')
@Index('session_origin', ['issuer', 'nameId'])
export class SessionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** SHA-256 of the cookie's value. */
  @Index('session_token', { unique: true })
  @Column('bytea')
  tokenHash!: Buffer;

  @Index('session_person')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'session_person_fk' })
  @Column('uuid')
  personId!: string;

  /** Where the person signed in, and as whom: what a logout of the identity provider names. */
  @Column('text')
  issuer!: string;

  @Column('text')
  nameId!: string;

  @Column('text', { nullable: true })
  nameIdFormat!: string | null;

  @Column('text', { nullable: true })
  nameQualifier!: string | null;

  @Column('text', { nullable: true })
  spNameQualifier!: string | null;

  @Column('text', { nullable: true })
  sessionIndex!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  /** When the person last said again who they are, at our asking; dangerous things want it to be recent. */
  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Index('session_expiry')
  @Column('timestamptz')
  expiresAt!: Date;
}
