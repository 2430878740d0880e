import { PersonEntity } from '@parvis/identity/server';
import type { LetterLanguage } from '@parvis/platform/server';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The language in which somebody last opened Parvis: what is written to them outside of its pages is written in it. */
@Entity('notification_language')
@Check('notification_language_known', `language IN ('fr', 'en')`)
export class NotificationLanguageEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'notification_language_person_fk' })
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text')
  language!: LetterLanguage;
}

/** Of who has not opened Parvis yet; their clock is that of Paris, too. */
export const defaultLanguage: LetterLanguage = 'fr';
