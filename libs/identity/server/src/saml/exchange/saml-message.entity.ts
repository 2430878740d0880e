import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An assertion or a logout request that was taken: it must not count a second time. */
@Entity('saml_message')
export class SamlMessageEntity {
  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  id!: string;

  @Index('saml_message_expiry')
  @Column('timestamptz')
  expiresAt!: Date;
}
