import { IdentityProviderEntity } from '@parvis/identity/server';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A group of an identity provider of the pages that gives a place in a community. */
@Entity('sign_in_group')
export class SignInGroupEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_group_pk' })
  @ForeignKey(() => IdentityProviderEntity, { onDelete: 'CASCADE', name: 'sign_in_group_provider_fk' })
  providerId!: string;

  /** Without a foreign key: a community that is merged into another is followed by its event. */
  @Index('sign_in_group_community')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_group_pk' })
  communityId!: string;

  /** In lower case. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_group_pk' })
  name!: string;
}
