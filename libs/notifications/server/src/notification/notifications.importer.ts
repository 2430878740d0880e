import { idFrom, importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import type { NotificationKind } from './notification-kind.ts';

/** Something that somebody has been told of. */
export interface ImportedNotification {
  line: number;
  /** People by their identifiers in the company. */
  recipient: string;
  kind: NotificationKind;
  subject: {
    type: string;
    /** What the earlier network refers to it as, and its identifier there. */
    reference: { kind: string; id: string };
  };
  /** The latest first. */
  actors: string[];
  happenedCount: number;
  firstAt: Date;
  lastAt: Date;
  isRead: boolean;
}

/** Gives notifications to people who have none yet, each person's in the order in which they come. They make their sign at once. */
export function importNotifications(manager: EntityManager, notifications: readonly ImportedNotification[]): Promise<ImportOutcome> {
  const rows = notifications.map(({ line, recipient, kind, subject, actors, happenedCount, firstAt, lastAt, isRead }) => ({
    line, id: idFrom(`notification:${recipient}:${kind}:${subject.type}:${subject.reference.id}`, lastAt), recipient, kind,
    subject_type: subject.type, reference_kind: subject.reference.kind, reference: subject.reference.id, actors,
    happened_count: happenedCount, first_at: firstAt, last_at: lastAt, read_at: isRead ? lastAt : null,
  }));
  return importRows(manager, statement, rows);
}

// The group key is that of `NotificationService`: what happens again before it is read is added.
const statement = `
  WITH resolved AS (
    SELECT line.*, person.id AS recipient_id, subject.id AS subject_id, actor.ids AS actor_ids,
      row_number() OVER (PARTITION BY person.id ORDER BY line.line) AS place,
      concat_ws(' ', line.kind, line.subject_type, subject.id) AS group_key,
      CASE WHEN person.id IS NULL OR known.person_id IS NOT NULL THEN format('recipient %s is unknown, or has notifications', to_json(line.recipient))
           WHEN subject.id IS NULL THEN format('%s %s is unknown', line.reference_kind, to_json(line.reference))
           WHEN cardinality(actor.ids) < cardinality(line.actors) THEN 'actors has somebody unknown' END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(
      line int, id uuid, recipient text, kind text, subject_type text, reference_kind text, reference text, actors text[],
      happened_count int, first_at timestamptz, last_at timestamptz, read_at timestamptz)
    LEFT JOIN person ON person.identifier = line.recipient
    LEFT JOIN notification_sequence known ON known.person_id = person.id
    LEFT JOIN import_reference subject ON subject.kind = line.reference_kind AND subject.external_id = line.reference
    LEFT JOIN LATERAL (
      SELECT array_agg(acting.id ORDER BY named.position) AS ids FROM unnest(line.actors) WITH ORDINALITY AS named (identifier, position)
      JOIN person acting ON acting.identifier = named.identifier
    ) actor ON true
  ), added AS (
    INSERT INTO notification
      (id, recipient_id, kind, subject_type, subject_id, group_key, actor_ids, actor_count, happened_count, first_at, last_at, read_at, place, seq)
    SELECT id, recipient_id, kind, subject_type, subject_id, group_key, actor_ids[1:100], cardinality(actor_ids), happened_count, first_at, last_at, read_at, place, place
    FROM resolved WHERE problem IS NULL
    RETURNING recipient_id
  ), counted AS (
    INSERT INTO notification_sequence (person_id, last) SELECT recipient_id, count(*) FROM added GROUP BY recipient_id
  ) ${importOutcome}`;
