import { PersonEntity } from '@parvis/identity/server';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How often somebody lets questions come to them: as is usual in the company, once a week, never. */
export type RequestPace = 'usual' | 'rare' | 'none';

/** What a person accepts to be asked. Who has none has the defaults (`defaultPreference`). */
@Entity('expert_preference')
@Check('expert_preference_pace', `pace IN ('usual', 'rare', 'none')`)
export class ExpertPreferenceEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'expert_preference_person_fk' })
  @PrimaryColumn('uuid')
  personId!: string;

  /** Whatever is asked. */
  @Column('boolean')
  isNeverProposed!: boolean;

  @Column('text')
  pace!: RequestPace;
}

export const defaultPreference: Omit<ExpertPreferenceEntity, 'personId'> = { isNeverProposed: false, pace: 'usual' };
