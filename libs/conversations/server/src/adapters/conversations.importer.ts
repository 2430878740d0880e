import { idFrom, importOutcome, importRows, inAll, inWaves, type ImportOutcome } from '@parvis/platform/server';
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
  /** Identifiers, in the earlier network, of the comment that it answers and of the one that it quotes; null: none. */
  replyTo: string | null;
  quotes: string | null;
}

export interface ImportedVote {
  line: number;
  /** The answer’s identifier in the earlier network. */
  comment: string;
  /** The person's identifier in the company. */
  person: string;
  createdAt: Date;
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
export async function importComments(manager: EntityManager, comments: readonly ImportedComment[]): Promise<ImportOutcome> {
  const outcomes: ImportOutcome[] = [];
  for (const wave of inWaves(comments, ({ replyTo, quotes }) => [replyTo, quotes])) outcomes.push(await importRows(manager, commentStatement, wave.map(rowOf)));
  return inAll(outcomes);
}

const rowOf = ({ line, id, subject, author, body, createdAt, isAccepted, replyTo, quotes }: ImportedComment) => ({
  line, external_id: id, id: idFrom(`comment:${id}`, createdAt), subject_type: subject.type, subject: subject.id, author, body,
  text: plainText(body), is_accepted: isAccepted, created_at: createdAt, reply_to: replyTo, quotes,
});

// A reply to a reply stands beside it: there are two levels.
const commentStatement = `
  WITH resolved AS (
    SELECT line.*, subject.id AS subject_id, person.id AS author_id, coalesce(answered.parent_id, answered.id) AS parent_id, quoted.id AS quoted_id, known.id IS NULL AS fresh,
      CASE WHEN subject.id IS NULL THEN format('%s %s is unknown', line.subject_type, to_json(line.subject))
           WHEN person.id IS NULL THEN format('author %s is unknown', to_json(line.author))
           WHEN line.reply_to IS NOT NULL AND answered.id IS NULL THEN format('replyTo %s is unknown', to_json(line.reply_to))
           WHEN answered.subject_id <> subject.id THEN format('replyTo %s stands elsewhere', to_json(line.reply_to))
           WHEN line.quotes IS NOT NULL AND quoted.id IS NULL THEN format('quotes %s is unknown', to_json(line.quotes))
           WHEN quoted.subject_id <> subject.id THEN format('quotes %s stands elsewhere', to_json(line.quotes)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(
      line int, external_id text, id uuid, subject_type text, subject text, author text, body jsonb, text text, is_accepted boolean, created_at timestamptz,
      reply_to text, quotes text)
    LEFT JOIN import_reference subject ON subject.kind = line.subject_type AND subject.external_id = line.subject
    LEFT JOIN person ON person.identifier = line.author
    LEFT JOIN import_reference told ON told.kind = 'comment' AND told.external_id = line.reply_to
    LEFT JOIN comment answered ON answered.id = told.id
    LEFT JOIN import_reference cited ON cited.kind = 'comment' AND cited.external_id = line.quotes
    LEFT JOIN comment quoted ON quoted.id = cited.id
    LEFT JOIN import_reference known ON known.kind = 'comment' AND known.external_id = line.external_id
  ), referred AS (
    INSERT INTO import_reference (kind, external_id, id) SELECT 'comment', external_id, id FROM resolved WHERE problem IS NULL AND fresh
  ), added AS (
    INSERT INTO comment (id, subject_type, subject_id, parent_id, quoted_comment_id, author_id, key, body, text, is_accepted, created_at)
    SELECT id, subject_type, subject_id, parent_id, quoted_id, author_id, id, body, text, is_accepted, created_at FROM resolved WHERE problem IS NULL AND fresh
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

/** Adds the votes that are not in yet. `asksForAnswers`: SQL condition over the id of a subject, as `SubjectKind.acceptsAnswers` gives it. */
export function importVotes(manager: EntityManager, votes: readonly ImportedVote[], asksForAnswers: (subjectId: string) => string): Promise<ImportOutcome> {
  const rows = votes.map(({ createdAt, ...vote }) => ({ ...vote, created_at: createdAt }));
  return importRows(manager, voteStatement(asksForAnswers('answer.subject_id')), rows);
}

const voteStatement = (isUnderQuestion: string): string => `
  WITH resolved AS (
    SELECT line.*, answer.id AS answer_id, person.id AS person_id,
      CASE WHEN answer.id IS NULL THEN format('comment %s is unknown', to_json(line.comment))
           WHEN answer.parent_id IS NOT NULL OR NOT ${isUnderQuestion} THEN format('comment %s is no answer to a question', to_json(line.comment))
           WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.person))
           WHEN person.id = answer.author_id THEN format('person %s wrote the answer', to_json(line.person)) END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, comment text, person text, created_at timestamptz)
    LEFT JOIN import_reference known ON known.kind = 'comment' AND known.external_id = line.comment
    LEFT JOIN comment answer ON answer.id = known.id
    LEFT JOIN person ON person.identifier = line.person
  ), added AS (
    INSERT INTO comment_vote (comment_id, person_id, created_at)
    SELECT answer_id, person_id, created_at FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING comment_id
  ), counted AS (
    UPDATE comment SET vote_count = vote_count + tally.votes
    FROM (SELECT comment_id, count(*)::int AS votes FROM added GROUP BY comment_id) tally WHERE comment.id = tally.comment_id
  ) ${importOutcome}`;
