import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** On which days somebody works and by whose clock: the one truth of the profile, of absences and of quiet hours. */
@Entity('working_time')
export class WorkingTimeEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'working_time_person_fk' })
  @PrimaryColumn('uuid')
  personId!: string;

  /** ISO 8601: Monday is 1, Sunday 7. Null: never said. */
  @Column('smallint', { array: true, nullable: true })
  workingDays!: number[] | null;

  /** IANA name. */
  @Column('text', { default: 'Europe/Paris' })
  timeZone!: string;

  /** By the person; else it is their browser's, follows it, and is shown to nobody: where somebody travels is their own business. */
  @Column('boolean', { default: false })
  timeZoneChosen!: boolean;
}

export interface WorkingTime {
  /** Monday to Friday until the person says otherwise. */
  workingDays: number[];
  timeZone: string;
  timeZoneChosen: boolean;
}

export const defaultWorkingTime: WorkingTime = { workingDays: [1, 2, 3, 4, 5], timeZone: 'Europe/Paris', timeZoneChosen: false };
