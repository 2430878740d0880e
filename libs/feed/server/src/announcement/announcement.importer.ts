import { importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

/** What only an announcement of an earlier network has. */
export interface ImportedAnnouncement {
  asksAcknowledgement: boolean;
}

export interface ImportedReading {
  line: number;
  /** The announcement's identifier in the earlier network. */
  post: string;
  /** The person's identifier in the company. */
  person: string;
  hasAcknowledged: boolean;
}

/** Adds what announcements have beside their posts, which are in by now. */
export async function importAnnouncementParts(manager: EntityManager, posts: readonly { id: string; announcement: ImportedAnnouncement | null }[]): Promise<void> {
  const rows = posts.flatMap(({ id, announcement }) => (announcement ? [{ external_id: id, asks_acknowledgement: announcement.asksAcknowledgement }] : []));
  if (rows.length > 0) await manager.query(partStatement, [JSON.stringify(rows)]);
}

const partStatement = `
  INSERT INTO announcement (post_id, asks_acknowledgement)
  SELECT post.id, asks_acknowledgement FROM jsonb_to_recordset($1::jsonb) AS line(external_id text, asks_acknowledgement boolean)
  JOIN import_reference known ON known.kind = 'post' AND known.external_id = line.external_id
  JOIN post ON post.id = known.id AND post.kind = 'announcement'
  ON CONFLICT DO NOTHING`;

/** Counts those who have read, each once. */
export function importReadings(manager: EntityManager, readings: readonly ImportedReading[]): Promise<ImportOutcome> {
  const rows = readings.map(({ hasAcknowledged, ...reading }) => ({ ...reading, has_acknowledged: hasAcknowledged }));
  return importRows(manager, readingStatement, rows);
}

const readingStatement = `
  WITH resolved AS (
    SELECT line.*, announcement.post_id, person.id AS person_id,
      CASE WHEN known.id IS NULL THEN format('post %s is unknown', to_json(line.post))
           WHEN announcement.post_id IS NULL THEN format('post %s is no announcement', to_json(line.post))
           WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.person)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, post text, person text, has_acknowledged boolean)
    LEFT JOIN import_reference known ON known.kind = 'post' AND known.external_id = line.post
    LEFT JOIN announcement ON announcement.post_id = known.id
    LEFT JOIN person ON person.identifier = line.person
  ), added AS (
    INSERT INTO announcement_reader (post_id, person_id, has_acknowledged)
    SELECT post_id, person_id, has_acknowledged FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;
