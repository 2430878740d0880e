import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The account of a person in the company's directory. Its identifier is the person's. */
@Entity('scim_user')
@Index('scim_user_name', { synchronize: false })
@Index('scim_user_external', { synchronize: false })
export class ScimUserEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scim_user_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'scim_user_person_fk' })
  personId!: string;

  @Column('text')
  userName!: string;

  @Column('text', { nullable: true })
  externalId!: string | null;

  /** What the directory tells, as `taken` has it, `active` apart: whether they work here is the person's. */
  @Column('jsonb')
  resource!: object;

  @Column('int')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  modifiedAt!: Date;

  /** The directory has deleted it: for SCIM it is gone; kept, so that its person is known again. */
  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
