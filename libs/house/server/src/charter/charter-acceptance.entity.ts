import { PersonEntity } from '@parvis/identity/server';
import type { HouseLanguage } from '@parvis/platform/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That somebody has accepted a version of the charter, in the language in which they read it. */
@Entity('charter_acceptance')
export class CharterAcceptanceEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'charter_acceptance_person_fk' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'charter_acceptance_pk' })
  personId!: string;

  @Index('charter_acceptance_number')
  @PrimaryColumn('int', { primaryKeyConstraintName: 'charter_acceptance_pk' })
  number!: number;

  @Column('text')
  language!: HouseLanguage;

  @Column('timestamptz')
  acceptedAt!: Date;
}
