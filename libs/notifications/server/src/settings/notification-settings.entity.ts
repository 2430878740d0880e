import { PersonEntity } from '@parvis/identity/server';
import { defaultWorkingTime, type WorkingTime } from '@parvis/people/server';
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

  /** Not by e-mail. */
  @Column('text', { array: true })
  mailOffKinds!: NotificationKind[];

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
}

/** With the days and the clock of the person, which people keep. */
export type NotificationSettings = Omit<NotificationSettingsEntity, 'personId'> & WorkingTime;

export const defaultSettings: NotificationSettings = {
  offKinds: [],
  mailOffKinds: [],
  urgentKinds: [],
  urgentPersonIds: [],
  hasQuietHours: true,
  opensAt: 8 * 60,
  closesAt: 19 * 60,
  ...defaultWorkingTime,
};
