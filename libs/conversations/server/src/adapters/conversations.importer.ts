import { idFrom, importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';
import type { ReactionKind } from '../reaction/reaction.entity.ts';
import { plainText, type RichTextDocument } from '../rich-text/rich-text.ts';

/** A comment of an earlier network. */
export interface ImportedComment {
  line: number;
  /** Its identifier there. */
  id: string;
  /** What it is about: type and identifier in the earlier network. */
  subject: { type: string; id: string };
  /** The author's identifier in the company. */
  author: string;
  body: RichTextDocument;
  createdAt: Date;
  isAccepted: boolean;
}

export interface ImportedReaction {
  line: number;
  /** Identifier, in the earlier network, of a subject or a comment. */
  target: string;
  /** The person's identifier in the company. */
  person: string;
  kind: ReactionKind;
  createdAt: Date;
}

/** Adds the comments that are not in yet; what is in stays as it is, edited or deleted ones too. Nobody is notified. */
export function importComments(manager: EntityManager, comments: readonly ImportedComment[]): Promise<ImportOutcome> {
  const rows = comments.map(({ line, id, subject, author, body, createdAt, isAccepted }) => ({
    line, external_id: id, id: idFrom(`comment:${id}`, createdAt), subject_type: subject.type, subject: subject.id, author, body,
    text: plainText(body), is_accepted: isAccepted, created_at: createdAt,
  }));
  return importRows(manager, commentStatement, rows);
}

const commentStatement = `
  WITH resolved AS (
    SELECT line.*, subject.id AS subject_id, person.id AS author_id, known.id IS NULL AS fresh,
      CASE WHEN subject.id IS NULL THEN format('%s %s is unknown', line.subject_type, to_json(line.subject))
           WHEN person.id IS NULL THEN format('author %s is unknown', to_json(line.author)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(
      line int, external_id text, id uuid, subject_type text, subject text, author text, body jsonb, text text, is_accepted boolean, created_at timestamptz)
    LEFT JOIN import_reference subject ON subject.kind = line.subject_type AND subject.external_id = line.subject
    LEFT JOIN person ON person.identifier = line.author
    LEFT JOIN import_reference known ON known.kind = 'comment' AND known.external_id = line.external_id
  ), referred AS (
    INSERT INTO import_reference (kind, external_id, id) SELECT 'comment', external_id, id FROM resolved WHERE problem IS NULL AND fresh
  ), added AS (
    INSERT INTO comment (id, subject_type, subject_id, author_id, key, body, text, is_accepted, created_at)
    SELECT id, subject_type, subject_id, author_id, id, body, text, is_accepted, created_at FROM resolved WHERE problem IS NULL AND fresh
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;

/**
 * Adds the reactions of people who have none there yet. `subjectTypes`: what the targets may be, besides comments. A target that names both, say,
 * a post and a comment is refused rather than guessed at.
 */
export function importReactions(manager: EntityManager, reactions: readonly ImportedReaction[], subjectTypes: readonly string[]): Promise<ImportOutcome> {
  const rows = reactions.map(({ createdAt, ...reaction }) => ({ ...reaction, created_at: createdAt }));
  return importRows(manager, reactionStatement, rows, [[...subjectTypes, 'comment']]);
}

const reactionStatement = `
  WITH resolved AS (
    SELECT line.*, subject.ids[1] AS subject_id, subject.kinds[1] AS subject_type, person.id AS person_id,
      CASE WHEN subject.ids IS NULL THEN format('target %s is unknown', to_json(line.target))
           WHEN cardinality(subject.ids) > 1 THEN format('target %s is the identifier of a %s', to_json(line.target), array_to_string(subject.kinds, ' and of a '))
           WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.person)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, target text, person text, kind text, created_at timestamptz)
    LEFT JOIN LATERAL (
      SELECT array_agg(id) AS ids, array_agg(kind) AS kinds FROM import_reference WHERE import_reference.kind = ANY($2::text[]) AND external_id = line.target
    ) subject ON true
    LEFT JOIN person ON person.identifier = line.person
  ), added AS (
    INSERT INTO reaction (subject_id, person_id, subject_type, kind, created_at)
    SELECT subject_id, person_id, subject_type, kind, created_at FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING 1
  ) ${importOutcome}`;
