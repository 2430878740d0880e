import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AttributeNames } from '../sign-in/attribute-names.ts';
import type { MappedRole } from '../saml.config.ts';

/** An identity provider that an administrator connected from the pages. Those that the environment names are not here. */
@Entity('identity_provider')
export class IdentityProviderEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** For people who choose among several. */
  @Column('text')
  name!: string;

  @Index('identity_provider_entity', { unique: true })
  @Column('text')
  entityId!: string;

  /** Where its metadata is read again; null: it was pasted, and stays as it is. */
  @Column('text', { nullable: true })
  metadataUrl!: string | null;

  /** The last good copy. */
  @Column('text')
  metadata!: string;

  @Column('timestamptz')
  metadataReadAt!: Date;

  @Column('boolean')
  isEnabled!: boolean;

  /** What stands behind the @ of the addresses of its people, in lower case. */
  @Column('text', { array: true })
  mailDomains!: string[];

  @Column('boolean')
  acceptsUnsolicited!: boolean;

  @Column('boolean')
  sharesIdentifiers!: boolean;

  @Column('smallint')
  clockToleranceSeconds!: number;

  /** In place of the usual names, for some fields. */
  @Column('jsonb')
  attributes!: Partial<AttributeNames>;

  @Column('jsonb')
  roleGroups!: Partial<Record<MappedRole, string[]>>;

  @Column('text', { array: true })
  admittedGroups!: string[];

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
