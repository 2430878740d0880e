import { importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import type { EventAnswer } from './event-reply.entity.ts';

/** What only an event of an earlier network has. */
export interface ImportedEvent {
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  isAllDay: boolean;
  place: string | null;
  link: string | null;
  /** Null: as many as come. */
  seatLimit: number | null;
}

export interface ImportedEventReply {
  line: number;
  /** The event's identifier in the earlier network. */
  post: string;
  /** The person's identifier in the company. */
  person: string;
  answer: EventAnswer;
  createdAt: Date;
}

/** Adds what events have beside their posts, which are in by now. */
export async function importEventParts(manager: EntityManager, posts: readonly { id: string; event: ImportedEvent | null }[]): Promise<void> {
  const rows = posts.flatMap(({ id, event }) => (event ? [{
    external_id: id, starts_at: event.startsAt, ends_at: event.endsAt, time_zone: event.timeZone, is_all_day: event.isAllDay,
    place: event.place, link: event.link, seat_limit: event.seatLimit,
  }] : []));
  if (rows.length > 0) await manager.query(partStatement, [JSON.stringify(rows)]);
}

const partStatement = `
  INSERT INTO event (post_id, starts_at, ends_at, time_zone, is_all_day, place, link, seat_limit)
  SELECT post.id, starts_at, ends_at, time_zone, is_all_day, place, link, seat_limit
  FROM jsonb_to_recordset($1::jsonb) AS line(
    external_id text, starts_at timestamptz, ends_at timestamptz, time_zone text, is_all_day boolean, place text, link text, seat_limit int)
  JOIN import_reference known ON known.kind = 'post' AND known.external_id = line.external_id
  JOIN post ON post.id = known.id AND post.kind = 'event'
  ON CONFLICT DO NOTHING`;

/** Adds the answers of people who have given none. Who comes when the seats are taken waits; nobody is reminded who has not asked for it here. */
export function importEventReplies(manager: EntityManager, replies: readonly ImportedEventReply[]): Promise<ImportOutcome> {
  const rows = replies.map(({ createdAt, ...reply }) => ({ ...reply, created_at: createdAt }));
  return importRows(manager, replyStatement, rows);
}

const replyStatement = `
  WITH resolved AS (
    SELECT line.*, event.post_id, event.seat_limit, person.id AS person_id, known_reply.post_id IS NULL AS fresh,
      CASE WHEN known.id IS NULL THEN format('post %s is unknown', to_json(line.post))
           WHEN event.post_id IS NULL THEN format('post %s is no event', to_json(line.post))
           WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.person)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, post text, person text, answer text, created_at timestamptz)
    LEFT JOIN import_reference known ON known.kind = 'post' AND known.external_id = line.post
    LEFT JOIN event ON event.post_id = known.id
    LEFT JOIN person ON person.identifier = line.person
    LEFT JOIN event_reply known_reply ON known_reply.post_id = event.post_id AND known_reply.person_id = person.id
  ), first AS (
    SELECT DISTINCT ON (post_id, person_id) * FROM resolved WHERE problem IS NULL AND fresh ORDER BY post_id, person_id, line
  ), placed AS (
    SELECT *, row_number() OVER (PARTITION BY post_id, answer ORDER BY created_at, line)
      + (SELECT count(*) FROM event_reply seated WHERE seated.post_id = first.post_id AND seated.answer = 'attending') AS place FROM first
  ), added AS (
    INSERT INTO event_reply (post_id, person_id, answer, is_waiting, answered_at, reminders)
    SELECT post_id, person_id, answer, answer = 'attending' AND coalesce(place > seat_limit, false), created_at, '{}' FROM placed
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;
