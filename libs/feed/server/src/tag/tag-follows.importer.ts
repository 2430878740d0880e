import { importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

export interface ImportedTagFollow {
  line: number;
  /** The person's identifier in the company. */
  person: string;
  /** Lower-cased, without its #. */
  tag: string;
  /** Null: not known. */
  createdAt: Date | null;
}

/** Adds the hashtags that people follow, those that they do not follow yet. */
export function importTagFollows(manager: EntityManager, follows: readonly ImportedTagFollow[]): Promise<ImportOutcome> {
  const rows = follows.map(({ createdAt, ...follow }) => ({ ...follow, created_at: createdAt }));
  return importRows(manager, statement, rows);
}

const statement = `
  WITH resolved AS (
    SELECT line.*, person.id AS person_id, CASE WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.person)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, person text, tag text, created_at timestamptz)
    LEFT JOIN person ON person.identifier = line.person
  ), added AS (
    INSERT INTO tag_follow (person_id, tag, created_at)
    SELECT person_id, tag, coalesce(created_at, now()) FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;
