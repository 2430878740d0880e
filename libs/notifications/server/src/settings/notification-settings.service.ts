import { Injectable } from '@nestjs/common';
import { CommunityQuery, communityErrors } from '@parvis/communities/server';
import { PersonEntity, type Viewer } from '@parvis/identity/server';
import { checkedId, checkedTimeZone, Transactions, type Transaction } from '@parvis/platform/server';
import { DataSource, In } from 'typeorm';
import { notificationErrors } from '../notifications.errors.ts';
import { NotificationCommunityEntity, type CommunityLevel } from './notification-community.entity.ts';
import { defaultSettings, NotificationSettingsEntity, type NotificationSettings } from './notification-settings.entity.ts';

export type SettingsChange = { [Name in keyof Omit<NotificationSettings, 'timeZoneChosen'>]?: NotificationSettings[Name] | null };

const maxUrgentPeople = 50;
const minutesOfDay = 24 * 60;

/** What a person wants to be told, and when: read and changed by themselves alone. */
@Injectable()
export class NotificationSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly communities: CommunityQuery,
  ) {}

  async of(personId: string): Promise<NotificationSettings> {
    return (await this.dataSource.manager.findOneBy(NotificationSettingsEntity, { personId })) ?? defaultSettings;
  }

  /** What is left out stays. Errors: TIME_ZONE_UNKNOWN, WORKING_HOURS_INVALID, URGENT_PEOPLE_TOO_MANY, PERSON_NOT_FOUND, ID_INVALID. */
  async change(viewer: Viewer, change: SettingsChange): Promise<NotificationSettings> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null && value !== undefined));
    return this.transactions.run(async (tx) => {
      const settings: NotificationSettings = { ...(await this.lockedOf(tx, viewer)), ...given };
      if (change.timeZone) settings.timeZoneChosen = true;
      if (change.urgentPersonIds) settings.urgentPersonIds = await checkedPeople(tx, change.urgentPersonIds);
      return this.save(tx, viewer, checked(settings));
    });
  }

  /** What the browser says, unless the person chose another. Errors: TIME_ZONE_UNKNOWN. */
  async tellTimeZone(viewer: Viewer, timeZone: string): Promise<NotificationSettings> {
    return this.transactions.run(async (tx) => {
      const settings = await this.lockedOf(tx, viewer);
      const told = checked({ ...settings, timeZone });
      return settings.timeZoneChosen ? settings : this.save(tx, viewer, told);
    });
  }

  /** Errors: ID_INVALID, COMMUNITY_NOT_FOUND. */
  async setCommunity(viewer: Viewer, id: string, level: CommunityLevel) {
    const communityId = checkedId('communityId', id);
    const community = await this.communities.byId(viewer, communityId);
    if (!community) throw communityErrors.notFound();
    const own = { personId: viewer.personId, communityId };
    await this.transactions.run(async (tx) => {
      if (level === 'all') await tx.manager.delete(NotificationCommunityEntity, own);
      else await tx.manager.upsert(NotificationCommunityEntity, { ...own, level }, ['personId', 'communityId']);
    });
    return community;
  }

  async levels(personId: string, communityIds: readonly string[]): Promise<Map<string, CommunityLevel>> {
    const rows = await this.dataSource.manager.findBy(NotificationCommunityEntity, { personId, communityId: In([...communityIds]) });
    return new Map(rows.map(({ communityId, level }) => [communityId, level]));
  }

  /** Two tabs that change different things must both be heard. */
  private async lockedOf(tx: Transaction, { personId }: Viewer): Promise<NotificationSettings> {
    await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('notification settings ' || $1, 0))`, [personId]);
    return (await tx.manager.findOneBy(NotificationSettingsEntity, { personId })) ?? defaultSettings;
  }

  private async save(tx: Transaction, { personId }: Viewer, settings: NotificationSettings): Promise<NotificationSettings> {
    await tx.manager.upsert(NotificationSettingsEntity, { ...settings, personId }, ['personId']);
    return settings;
  }
}

function checked(settings: NotificationSettings): NotificationSettings {
  const { opensAt, closesAt, timeZone } = settings;
  for (const [field, minute] of Object.entries({ opensAt, closesAt })) {
    if (!Number.isInteger(minute) || minute < 0 || minute >= minutesOfDay) throw notificationErrors.hoursInvalid(field);
  }
  const workingDays = [...new Set(settings.workingDays)].sort();
  if (workingDays.length === 0 || workingDays.some((day) => day < 1 || day > 7)) throw notificationErrors.hoursInvalid('workingDays');
  checkedTimeZone('timeZone', timeZone);
  return { ...settings, workingDays, offKinds: [...new Set(settings.offKinds)], urgentKinds: [...new Set(settings.urgentKinds)] };
}

async function checkedPeople(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids.map((id) => checkedId('urgentPersonIds', id)))];
  if (wanted.length > maxUrgentPeople) throw notificationErrors.tooManyUrgent(maxUrgentPeople);
  if ((await tx.manager.countBy(PersonEntity, { id: In(wanted) })) < wanted.length) throw notificationErrors.personNotFound();
  return wanted;
}
