import { PersonEntity } from '@parvis/identity/server';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { NotificationKind } from '../notification/notification-kind.ts';

/** What a person wants to be told, and when. Who has none has the defaults (`defaultSettings`). */
@Entity('notification_settings')
export class NotificationSettingsEntity {
  @ForeignKey(() => PersonEntity, { onDelete: 'CASCADE', name: 'notification_settings_person_fk' })
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text', { array: true })
  offKinds!: NotificationKind[];

  /** Told at once, also in quiet hours. */
  @Column('text', { array: true })
  urgentKinds!: NotificationKind[];

  /** Their mentions are told at once, also in quiet hours. */
  @Column('uuid', { array: true })
  urgentPersonIds!: string[];

  @Column('boolean')
  hasQuietHours!: boolean;

  /** Minutes from midnight. */
  @Column('smallint')
  opensAt!: number;

  @Column('smallint')
  closesAt!: number;

  /** ISO 8601: Monday is 1, Sunday 7. */
  @Column('smallint', { array: true })
  workingDays!: number[];

  /** IANA name. */
  @Column('text')
  timeZone!: string;

  /** By the person; else it is their browser's, and follows it. */
  @Column('boolean')
  timeZoneChosen!: boolean;
}

export type NotificationSettings = Omit<NotificationSettingsEntity, 'personId'>;

export const defaultSettings: NotificationSettings = {
  offKinds: [],
  urgentKinds: [],
  urgentPersonIds: [],
  hasQuietHours: true,
  opensAt: 8 * 60,
  closesAt: 19 * 60,
  workingDays: [1, 2, 3, 4, 5],
  timeZone: 'Europe/Paris',
  timeZoneChosen: false,
};
