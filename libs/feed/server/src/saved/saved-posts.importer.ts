import { importOutcome, importRows, newId, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

/** That somebody keeps a post at hand: it by its identifier in the earlier network, they by theirs in the company. */
export interface ImportedSavedPost {
  line: number;
  person: string;
  post: string;
}

/** Adds them in the order in which they come. */
export function importSavedPosts(manager: EntityManager, saved: readonly ImportedSavedPost[]): Promise<ImportOutcome> {
  return importRows(manager, statement, saved.map((told) => ({ ...told, id: newId() })));
}

const statement = `
  WITH resolved AS (
    SELECT line.*, person.id AS person_id, post.id AS post_id,
      CASE WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.person))
           WHEN post.id IS NULL THEN format('post %s is unknown', to_json(line.post)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, id uuid, person text, post text)
    LEFT JOIN person ON person.identifier = line.person
    LEFT JOIN import_reference post ON post.kind = 'post' AND post.external_id = line.post
  ), added AS (
    INSERT INTO saved_post (id, person_id, post_id) SELECT id, person_id, post_id FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;
