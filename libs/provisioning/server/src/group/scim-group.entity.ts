import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A group of the company's directory. */
@Entity('scim_group')
export class ScimGroupEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_group_pk' })
  id!: string;

  @Column('text')
  displayName!: string;

  @Index('scim_group_external', { unique: true })
  @Column('text', { nullable: true })
  externalId!: string | null;

  /** Whose members these people are, as IT said. Without a foreign key: a community that is merged into another is followed by its event. */
  @Index('scim_group_community')
  @Column('uuid', { nullable: true })
  communityId!: string | null;

  @Column('int')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  modifiedAt!: Date;
}

/** Somebody in a group. Stays while their account is deleted, so that they are in it when they come back. */
@Entity('scim_group_member')
export class ScimGroupMemberEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_group_member_pk' })
  @ForeignKey(() => ScimGroupEntity, { onDelete: 'CASCADE', name: 'scim_group_member_group_fk' })
  groupId!: string;

  @Index('scim_group_member_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_group_member_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'scim_group_member_person_fk' })
  personId!: string;
}
