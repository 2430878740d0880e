import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What lets the company's directory in. Only a hash is kept: a stolen table opens nothing. */
@Entity('scim_token')
export class ScimTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_token_pk' })
  id!: string;

  @Column('text')
  name!: string;

  /** SHA-256 of the token. */
  @Index('scim_token_hash', { unique: true })
  @Column('bytea')
  hash!: Buffer;

  @Index('scim_token_maker')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'scim_token_maker_fk' })
  @Column('uuid', { nullable: true })
  madeById!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** Day (UTC) on which it was last used; null: never. */
  @Column('date', { nullable: true })
  lastUsedOn!: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
