import { Injectable } from '@nestjs/common';
import { CommunityQuery, communityErrors } from '@parvis/communities/server';
import { PersonEntity, type Viewer } from '@parvis/identity/server';
import { WorkingTimeQuery, WorkingTimeService } from '@parvis/people/server';
import { checkedId, type LetterLanguage, Transactions, type Transaction } from '@parvis/platform/server';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import { NotificationLetters } from '../letter/notification-letters.ts';
import type { NotificationKind } from '../notification/notification-kind.ts';
import { notificationErrors } from '../notifications.errors.ts';
import { NotificationCommunityEntity, type CommunityLevel } from './notification-community.entity.ts';
import { NotificationLanguageEntity } from './notification-language.entity.ts';
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
    private readonly workingTime: WorkingTimeQuery,
    private readonly workingTimes: WorkingTimeService,
    private readonly letters: NotificationLetters,
  ) {}

  async of(personId: string): Promise<NotificationSettings> {
    return this.read(this.dataSource.manager, personId);
  }

  /** What is left out stays. Errors: TIME_ZONE_UNKNOWN, WORKING_HOURS_INVALID, WORKING_DAYS_INVALID, URGENT_PEOPLE_TOO_MANY, PERSON_NOT_FOUND, ID_INVALID. */
  async change(viewer: Viewer, change: SettingsChange): Promise<NotificationSettings> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null && value !== undefined));
    return this.transactions.run(async (tx) => {
      const kept = await this.lockedOf(tx, viewer);
      await this.workingTimes.change(tx, viewer, change);
      const settings: NotificationSettings = { ...kept, ...given, ...(await this.workingTime.of(viewer.personId, tx.manager)) };
      if (change.urgentPersonIds) settings.urgentPersonIds = await checkedPeople(tx, change.urgentPersonIds);
      return this.save(tx, viewer, checked(settings));
    });
  }

  /** What the browser says, unless the person chose another. Errors: TIME_ZONE_UNKNOWN. */
  async tellTimeZone(viewer: Viewer, timeZone: string): Promise<NotificationSettings> {
    return this.transactions.run(async (tx) => {
      await this.workingTimes.tell(tx, viewer, timeZone);
      return this.read(tx.manager, viewer.personId);
    });
  }

  /** What the pages are read in; letters are written in it. */
  async tellLanguage({ personId }: Viewer, language: LetterLanguage): Promise<NotificationSettings> {
    await this.dataSource.manager.upsert(NotificationLanguageEntity, { personId, language }, ['personId']);
    return this.of(personId);
  }

  /** Null: they have not opened Parvis yet. */
  async languageOf(personId: string): Promise<LetterLanguage | null> {
    return (await this.dataSource.manager.findOneBy(NotificationLanguageEntity, { personId }))?.language ?? null;
  }

  /** Kinds that can come to somebody by e-mail: none where no mail is configured, or to who has no address. */
  async mailKindsOf(personId: string): Promise<NotificationKind[]> {
    const { kinds } = this.letters;
    return kinds.length > 0 && (await this.dataSource.manager.existsBy(PersonEntity, { id: personId, email: Not(IsNull()) })) ? kinds : [];
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
    return this.read(tx.manager, personId);
  }

  private async read(manager: EntityManager, personId: string): Promise<NotificationSettings> {
    const own = await manager.findOneBy(NotificationSettingsEntity, { personId });
    return { ...defaultSettings, ...own, ...(await this.workingTime.of(personId, manager)) };
  }

  private async save(tx: Transaction, { personId }: Viewer, settings: NotificationSettings): Promise<NotificationSettings> {
    const { workingDays: _days, timeZone: _zone, timeZoneChosen: _chosen, ...own } = settings;
    await tx.manager.upsert(NotificationSettingsEntity, { ...own, personId }, ['personId']);
    return settings;
  }
}

function checked(settings: NotificationSettings): NotificationSettings {
  const { opensAt, closesAt } = settings;
  for (const [field, minute] of Object.entries({ opensAt, closesAt })) {
    if (!Number.isInteger(minute) || minute < 0 || minute >= minutesOfDay) throw notificationErrors.hoursInvalid(field);
  }
  return { ...settings, offKinds: [...new Set(settings.offKinds)], urgentKinds: [...new Set(settings.urgentKinds)], mailOffKinds: [...new Set(settings.mailOffKinds)] };
}

async function checkedPeople(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids.map((id) => checkedId('urgentPersonIds', id)))];
  if (wanted.length > maxUrgentPeople) throw notificationErrors.tooManyUrgent(maxUrgentPeople);
  if ((await tx.manager.countBy(PersonEntity, { id: In(wanted) })) < wanted.length) throw notificationErrors.personNotFound();
  return wanted;
}
