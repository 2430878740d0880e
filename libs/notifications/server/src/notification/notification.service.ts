import { Injectable } from '@nestjs/common';
import { Jobs, jobType, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { NotificationLetters } from '../letter/notification-letters.ts';
import { notificationsChanged } from '../notifications.events.ts';
import { defaultSettings, type NotificationSettings } from '../settings/notification-settings.entity.ts';
import { RecipientQuery } from '../settings/recipient.query.ts';
import { heldUntil } from '../settings/quiet-hours.ts';
import type { NotificationKind } from './notification-kind.ts';

/** Something that people should know of. */
export interface Happening {
  /** Of the outbox: the same again notifies nobody twice. */
  eventId: string;
  kind: NotificationKind;
  subject: { type: string; id: string };
  /** Who did it; they are not notified of it. Null: nobody did, it is time. */
  actorId: string | null;
  recipientIds: readonly string[];
  /** True: the same person doing it again to the same thing is no news, even when the first time was read. */
  once?: boolean;
}

/** Quiet hours are over: what was held makes its sign. */
export const hoursOpened = jobType<{ personId: string }>('notifications.hours-opened');

const atATime = 500;
const groupOf = ({ kind, subject }: Pick<Happening, 'kind' | 'subject'>): string => `${kind} ${subject.type} ${subject.id}`;

/** Notifies people, each of what they may see, want to know and did not do themselves; what they have not read of a thing stays one notification. */
@Injectable()
export class NotificationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly recipients: RecipientQuery,
    private readonly letters: NotificationLetters,
  ) {}

  /** For handlers of events. Those who may not see the subject, left the company, or asked not to be told are left out. */
  async notify(happening: Happening): Promise<void> {
    const ids = [...new Set(happening.recipientIds)].filter((id) => id !== happening.actorId).sort();
    for (let from = 0; from < ids.length; from += atATime) await this.notifySome(happening, ids.slice(from, from + atATime));
  }

  /** What was done is undone, by whoever it was: who has not read of it need not. */
  async withdraw({ kind, subject }: Pick<Happening, 'kind' | 'subject'>): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [rows]: [{ recipientId: string }[], number] = await tx.manager.query(
        `DELETE FROM notification WHERE subject_id = $1 AND group_key = $2 AND read_at IS NULL RETURNING recipient_id AS "recipientId"`,
        [subject.id, groupOf({ kind, subject })],
      );
      if (rows.length > 0) tx.emit(notificationsChanged({ personIds: rows.map(({ recipientId }) => recipientId) }));
    });
  }

  /** Somebody took back what they had done: who has not read of it need not. */
  async retract({ kind, subject, actorId }: Pick<Happening, 'kind' | 'subject' | 'actorId'>): Promise<void> {
    await this.transactions.run(async (tx) => {
      const rows: { id: string; recipientId: string; left: number }[] = await tx.manager.query(
        `SELECT id, recipient_id AS "recipientId", actor_count - 1 AS left FROM notification
         WHERE subject_id = $1 AND group_key = $2 AND read_at IS NULL AND $3 = ANY(actor_ids) FOR UPDATE`,
        [subject.id, groupOf({ kind, subject }), actorId],
      );
      const ids = (kept: boolean) => rows.filter(({ left }) => left > 0 === kept).map(({ id }) => id);
      await tx.manager.query(`DELETE FROM notification WHERE id = ANY($1)`, [ids(false)]);
      await tx.manager.query(`UPDATE notification SET actor_ids = array_remove(actor_ids, $2), actor_count = actor_count - 1 WHERE id = ANY($1)`, [ids(true), actorId]);
      if (rows.length > 0) tx.emit(notificationsChanged({ personIds: rows.map(({ recipientId }) => recipientId) }));
    });
  }

  private async notifySome(happening: Happening, ids: string[]): Promise<void> {
    await this.transactions.run(async (tx) => {
      const wanting = await this.recipients.wanting(tx, { ...happening, groupKey: groupOf(happening) }, ids);
      const fresh = await this.noted(tx, happening.eventId, [...wanting.keys()]);
      if (fresh.length === 0) return;
      const now = new Date();
      const held = new Map(fresh.map((id) => [id, this.heldFor(happening, wanting.get(id) ?? defaultSettings, now)]));
      await this.write(tx, happening, { held, sequence: await nextOf(tx, fresh), now });
      await this.letters.post(tx, happening, new Map([...held].filter(([id]) => !wanting.get(id)?.mailOffKinds.includes(happening.kind))));
      for (const [personId, until] of held) if (until) await this.jobs.at(tx, hoursOpened, { personId }, { at: until, key: personId });
      const told = fresh.filter((id) => !held.get(id));
      if (told.length > 0) tx.emit(notificationsChanged({ personIds: told }));
    });
  }

  /** Those to whom this event is new. */
  private async noted(tx: Transaction, eventId: string, ids: string[]): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `INSERT INTO notification_event (recipient_id, event_id, noted_at) SELECT id, $2, now() FROM unnest($1::uuid[]) AS wanted (id) ORDER BY id
       ON CONFLICT DO NOTHING RETURNING recipient_id AS id`,
      [ids.toSorted(), eventId],
    );
    return rows.map(({ id }) => id);
  }

  private heldFor({ kind, actorId }: Happening, settings: NotificationSettings, now: Date): Date | null {
    const isMentionThatMatters = kind === 'mention' && actorId !== null && settings.urgentPersonIds.includes(actorId);
    // A reminder comes at the hour at which the person asked for it.
    const isUrgent = kind === 'reminder' || isMentionThatMatters || settings.urgentKinds.includes(kind);
    return isUrgent || !settings.hasQuietHours ? null : heldUntil(now, settings);
  }

  private async write(
    tx: Transaction,
    happening: Happening,
    { held, sequence, now }: { held: Map<string, Date | null>; sequence: Map<string, number>; now: Date },
  ): Promise<void> {
    const { kind, subject, actorId } = happening;
    const people = [...held.keys()];
    await tx.manager.query(
      `INSERT INTO notification
         (id, recipient_id, kind, subject_type, subject_id, group_key, actor_ids, actor_count, happened_count, first_at, last_at, held_until, place, seq)
       SELECT fresh.id, fresh.person_id, $5, $6, $7, $8, array_remove(ARRAY[$9::uuid], NULL), num_nonnulls($9::uuid), 1, $10, $10, fresh.held_until, fresh.seq, fresh.seq
       FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::bigint[]) AS fresh (id, person_id, held_until, seq)
       ON CONFLICT (recipient_id, group_key) WHERE read_at IS NULL DO UPDATE SET
         actor_ids = (EXCLUDED.actor_ids || array_remove(notification.actor_ids, EXCLUDED.actor_ids[1]))[1:100],
         actor_count = notification.actor_count + CASE WHEN EXCLUDED.actor_ids <@ notification.actor_ids THEN 0 ELSE 1 END,
         happened_count = notification.happened_count + 1, last_at = EXCLUDED.last_at, place = EXCLUDED.place, seq = EXCLUDED.seq,
         -- What had made its sign already stays in sight.
         held_until = CASE WHEN notification.held_until IS NOT NULL AND EXCLUDED.held_until IS NOT NULL THEN LEAST(notification.held_until, EXCLUDED.held_until) END`,
      [
        people.map(() => newId()), people, people.map((id) => held.get(id)), people.map((id) => sequence.get(id)),
        kind, subject.type, subject.id, groupOf(happening), actorId, now,
      ],
    );
  }
}

/** The next number of each person. Their rows stay locked until the commit, in one order, so that nobody waits in a circle. */
async function nextOf(tx: Transaction, ids: string[]): Promise<Map<string, number>> {
  const rows: { id: string; last: string }[] = await tx.manager.query(
    `INSERT INTO notification_sequence (person_id, last) SELECT id, 1 FROM unnest($1::uuid[]) AS wanted (id) ORDER BY id
     ON CONFLICT (person_id) DO UPDATE SET last = notification_sequence.last + 1 RETURNING person_id AS id, last`,
    [ids.toSorted()],
  );
  return new Map(rows.map(({ id, last }) => [id, Number(last)]));
}
