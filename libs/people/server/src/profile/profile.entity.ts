import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Certificate, ProfileLink, Project } from './profile-entries.ts';

/** What people say of themselves, and the little of the HR file that colleagues may read. Whoever has none yet has an empty one. */
@Entity('profile')
@Index('profile_asked_about', { synchronize: false })
export class ProfileEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'profile_person_fk' })
  personId!: string;

  @Column('text', { nullable: true })
  location!: string | null;

  /** A calendar day, YYYY-MM-DD. */
  @Column('date', { nullable: true })
  hiredOn!: string | null;

  @Column('text', { default: '' })
  biography!: string;

  /** BCP 47 codes. */
  @Column('text', { array: true, default: '{}' })
  languages!: string[];

  @Column('text', { array: true, default: '{}' })
  askMeAbout!: string[];

  @Column('jsonb', { default: [] })
  projects!: Project[];

  @Column('jsonb', { default: [] })
  certificates!: Certificate[];

  @Column('jsonb', { default: [] })
  links!: ProfileLink[];

  /** Apart from work. */
  @Column('text', { array: true, default: '{}' })
  hobbies!: string[];

  /** When the person put the help with completing it away, for good. */
  @Column('timestamptz', { nullable: true })
  helpDismissedAt!: Date | null;
}
