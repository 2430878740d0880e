import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../person/person.entity.ts';
import type { GrantableRole } from './grantable-role.ts';

/** A role that administrators gave by hand. Those that are over are kept: who gave what, and why, can be read later. */
@Entity('role_grant')
@Check('role_grant_role', `role IN ('executive', 'hr', 'it', 'moderator', 'works-council', 'auditor')`)
@Check('role_grant_departments', `departments IS NULL OR role = 'it' AND cardinality(departments) > 0`)
export class RoleGrantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_grant_pk' })
  id!: string;

  @Index('role_grant_person')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'role_grant_person_fk' })
  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: GrantableRole;

  /** Those whose people it reaches; null: the whole company. Only for `it`: no other role knows a scope. */
  @Column('text', { array: true, nullable: true })
  departments!: string[] | null;

  @Column('text')
  reason!: string;

  @Index('role_grant_granted_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'role_grant_granted_by_fk' })
  @Column('uuid', { nullable: true })
  grantedById!: string | null;

  @Column('timestamptz')
  grantedAt!: Date;

  /** The second person, where two are needed. */
  @Index('role_grant_seconded_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'role_grant_seconded_by_fk' })
  @Column('uuid', { nullable: true })
  secondedById!: string | null;

  /** Null: it waits for the second person. */
  @Column('timestamptz', { nullable: true })
  effectiveAt!: Date | null;

  /** Null: until somebody ends it. */
  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;

  /** The first of the two who end it, where two are needed. */
  @Index('role_grant_end_asked_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'role_grant_end_asked_by_fk' })
  @Column('uuid', { nullable: true })
  endAskedById!: string | null;

  @Index('role_grant_ended_by')
  @ForeignKey(() => PersonEntity, { onDelete: 'SET NULL', name: 'role_grant_ended_by_fk' })
  @Column('uuid', { nullable: true })
  endedById!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
