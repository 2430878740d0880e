import { PersonEntity } from '@parvis/identity/server';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Whoever wants no figures of their own: nothing is counted for them. */
@Entity('own_figures_refusal')
export class OwnFiguresRefusalEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'own_figures_refusal_person_fk' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'own_figures_refusal_pk' })
  personId!: string;
}
