import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That somebody is open to another position in the company. Whoever says nothing, or takes it back, has no row. */
@Entity('mobility')
@Index('mobility_listed', ['toldAt', 'personId'])
export class MobilityEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'mobility_person_fk' })
  personId!: string;

  /** What they wish, in their words; may be empty. */
  @Column('text')
  wish!: string;

  @Column('timestamptz')
  toldAt!: Date;
}
