import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FieldOwners } from '../owner/field-owner.ts';
import type { Role } from './role.ts';

/** Somebody of the company, as the identity provider or the HR file tells it. What people say of themselves is in the people domain. */
@Entity('person')
@Check('person_roles', `roles <@ ARRAY['employee', 'executive', 'hr', 'it', 'moderator', 'works-council', 'auditor']`)
@Index('person_listed', ['sortName', 'id'], { where: 'deactivated_at IS NULL' })
@Index('person_executive', { synchronize: false })
@Index('person_left', { synchronize: false })
@Index('person_mail', { synchronize: false })
@Index('person_by_name', ['sortName', 'id'])
@Index('person_with_role', ['sortName', 'id'], { where: `roles <> '{employee}'` })
@Index('person_found', { synchronize: false })
export class PersonEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Identifier that the company never changes nor gives to somebody else; how sign-in and imports know a person again. */
  @Index('person_identifier', { unique: true })
  @Column('text')
  identifier!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text')
  givenName!: string;

  @Column('text')
  surname!: string;

  @Column('text')
  displayName!: string;

  /** Surname then given name, folded: the order of the directory. */
  @Column('text')
  sortName!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Index('person_department')
  @Column('text', { nullable: true })
  department!: string | null;

  /** Identifier of the manager, kept as told: the manager may become known later. */
  @Index('person_manager_identifier')
  @Column('text', { nullable: true })
  managerIdentifier!: string | null;

  @Index('person_manager')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'person_manager_fk' })
  @Column('uuid', { nullable: true })
  managerId!: string | null;

  @Column('text', { array: true })
  roles!: Role[];

  /** Those of `roles` that groups of the directory give (`DirectoryRoles`). Nobody reads them but who writes them. */
  @Column('text', { array: true, default: [], select: false })
  directoryRoles!: Role[];

  /** Those that the last sign-in gave. Nobody reads them but who writes them. */
  @Column('text', { array: true, default: [], select: false })
  signInRoles!: Role[];

  /** Those that administrators gave by hand, for the whole company (`applyGrants`). Nobody reads them but who writes them. */
  @Column('text', { array: true, default: [], select: false })
  grantedRoles!: Role[];

  /** Who told which field (`tellers`). Read through `PersonOwners`: lists of people do without. */
  @Column('jsonb', { default: {}, select: false })
  owners!: FieldOwners;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  /** Left the company: signs in no more; what they wrote stays. */
  @Column('timestamptz', { nullable: true })
  deactivatedAt!: Date | null;
}
