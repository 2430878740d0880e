import { Injectable } from '@nestjs/common';
import type { Transaction } from '@parvis/platform/server';
import { NotificationMutes } from '../subject/notification-mutes.ts';
import { NotificationSubjects } from '../subject/notification-subjects.ts';
import { alwaysTold, type NotificationKind } from '../notification/notification-kind.ts';
import { defaultSettings, type NotificationSettings } from './notification-settings.entity.ts';

interface Asked {
  kind: NotificationKind;
  subject: { type: string; id: string };
  groupKey: string;
  actorId: string | null;
  once?: boolean;
}

/** Who of some people is to be notified: those who may see the thing and want to know of it. */
@Injectable()
export class RecipientQuery {
  constructor(
    private readonly subjects: NotificationSubjects,
    private readonly mutes: NotificationMutes,
  ) {}

  /** Their settings, by person. One SQL, whatever their number. */
  async wanting(tx: Transaction, { kind, subject, groupKey, actorId, once = false }: Asked, ids: readonly string[]): Promise<Map<string, NotificationSettings>> {
    const community = this.subjects.communityOf('$2::text', '$3::uuid');
    const rows: (Partial<NotificationSettings> & { id: string })[] = await tx.manager.query(
      `SELECT person.id, settings.off_kinds AS "offKinds", settings.urgent_kinds AS "urgentKinds", settings.mail_off_kinds AS "mailOffKinds", settings.urgent_person_ids AS "urgentPersonIds",
              settings.has_quiet_hours AS "hasQuietHours", settings.opens_at AS "opensAt", settings.closes_at AS "closesAt",
              own.working_days AS "workingDays", own.time_zone AS "timeZone", own.time_zone_chosen AS "timeZoneChosen"
       FROM person
       LEFT JOIN notification_settings settings ON settings.person_id = person.id
       LEFT JOIN working_time own ON own.person_id = person.id
       LEFT JOIN notification_community wanted ON wanted.person_id = person.id AND wanted.community_id = ${community}
       WHERE person.id = ANY($1) AND person.deactivated_at IS NULL
         AND ${this.subjects.visibleTo('$2::text', '$3::uuid', 'person.id')}
         AND ${this.mutes.allows({ person: 'person.id', actor: '$7::uuid', community })}
         AND ($8 OR NOT $4 = ANY(COALESCE(settings.off_kinds, '{}')))
         AND (wanted.level IS NULL OR (wanted.level = 'mentions' AND $4 = 'mention'))
         AND NOT ($5 AND EXISTS (
           SELECT 1 FROM notification before
           WHERE before.subject_id = $3 AND before.recipient_id = person.id AND before.group_key = $6 AND $7::uuid = ANY(before.actor_ids)))`,
      [ids, subject.type, subject.id, kind, once, groupKey, actorId, alwaysTold.includes(kind)],
    );
    return new Map(rows.map(({ id, ...own }) => [id, { ...defaultSettings, ...said(own) }]));
  }
}

/** What a person left unsaid is null in every row. */
const said = (own: Partial<NotificationSettings>): Partial<NotificationSettings> => Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null));
