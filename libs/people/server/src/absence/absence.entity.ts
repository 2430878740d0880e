import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who told of an absence: the person, or HR in its file. Neither overwrites the other. */
export type AbsenceTeller = 'person' | 'hr';

/** That somebody is away for some days. Never why. */
@Entity('absence')
@Check('absence_told_by', `told_by IN ('person', 'hr')`)
@Check('absence_in_order', 'until_day >= from_day')
export class AbsenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'absence_pk' })
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'absence_person_fk' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'absence_pk' })
  toldBy!: AbsenceTeller;

  /** YYYY-MM-DD, the first day. */
  @Column('date')
  fromDay!: string;

  /** YYYY-MM-DD, the last day. */
  @Index('absence_until')
  @Column('date')
  untilDay!: string;
}
