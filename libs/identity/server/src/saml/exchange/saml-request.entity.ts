import type { RequestPurpose } from './exchange-store.ts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A sign-in that a browser began and the identity provider has still to answer. */
@Entity('saml_request')
export class SamlRequestEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  issuer!: string;

  @Column('bytea')
  browserHash!: Buffer;

  @Column('text')
  returnTo!: string;

  @Column('text', { default: 'sign-in' })
  purpose!: RequestPurpose;

  /** Not a foreign key: the session may end meanwhile. */
  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Index('saml_request_expiry')
  @Column('timestamptz')
  expiresAt!: Date;

  /** Kept after the answer, so that a second one is called by its name. */
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;
}
