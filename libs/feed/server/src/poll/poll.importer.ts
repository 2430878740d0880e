import { idFrom, importOutcome, importRows, type ImportOutcome } from '@parvis/platform/server';
import type { EntityManager } from 'typeorm';

/** What only a poll of an earlier network has. */
export interface ImportedPoll {
  options: string[];
  isMultiple: boolean;
  isAnonymous: boolean;
  /** Null: it stays open. */
  closesAt: Date | null;
}

export interface ImportedPollVote {
  line: number;
  /** The poll's identifier in the earlier network. */
  post: string;
  /** The person's identifier in the company. */
  person: string;
  /** Labels. */
  options: string[];
}

/** Adds what polls have beside their posts, which are in by now. */
export async function importPollParts(manager: EntityManager, posts: readonly { id: string; createdAt: Date; poll: ImportedPoll | null }[]): Promise<void> {
  const rows = posts.flatMap(({ id, createdAt, poll }) => (poll ? [{
    external_id: id, is_multiple: poll.isMultiple, is_anonymous: poll.isAnonymous, closes_at: poll.closesAt,
    options: poll.options.map((label, position) => ({ id: idFrom(`poll-option:${position}:${id}`, createdAt), position, label })),
  }] : []));
  if (rows.length > 0) await manager.query(partStatement, [JSON.stringify(rows)]);
}

const partStatement = `
  WITH told AS (
    SELECT post.id AS post_id, line.*
    FROM jsonb_to_recordset($1::jsonb) AS line(external_id text, is_multiple boolean, is_anonymous boolean, closes_at timestamptz, options jsonb)
    JOIN import_reference known ON known.kind = 'post' AND known.external_id = line.external_id
    JOIN post ON post.id = known.id AND post.kind = 'poll'
  ), added AS (
    INSERT INTO poll (post_id, is_multiple, is_anonymous, closes_at)
    SELECT post_id, is_multiple, is_anonymous, closes_at FROM told
    ON CONFLICT DO NOTHING RETURNING post_id
  )
  INSERT INTO poll_option (id, post_id, position, label)
  SELECT option.id, post_id, option.position, option.label
  FROM added JOIN told USING (post_id) CROSS JOIN LATERAL jsonb_to_recordset(told.options) AS option(id uuid, position int, label text)`;

/** Adds the votes of people who have none there yet. Of an anonymous poll, who voted and what was chosen are written apart, as when one votes here. */
export function importPollVotes(manager: EntityManager, votes: readonly ImportedPollVote[]): Promise<ImportOutcome> {
  return importRows(manager, voteStatement, votes);
}

const voteStatement = `
  WITH resolved AS (
    SELECT line.*, poll.post_id, poll.is_anonymous, person.id AS person_id, chosen.ids,
      CASE WHEN known.id IS NULL THEN format('post %s is unknown', to_json(line.post))
           WHEN poll.post_id IS NULL THEN format('post %s is no poll', to_json(line.post))
           WHEN person.id IS NULL THEN format('person %s is unknown', to_json(line.person))
           WHEN chosen.missing IS NOT NULL THEN format('option %s is not of the poll', to_json(chosen.missing))
           WHEN cardinality(chosen.ids) > 1 AND NOT poll.is_multiple THEN 'options has several entries, and the poll takes one' END AS problem
    FROM jsonb_to_recordset($1::jsonb) AS line(line int, post text, person text, options text[])
    LEFT JOIN import_reference known ON known.kind = 'post' AND known.external_id = line.post
    LEFT JOIN poll ON poll.post_id = known.id
    LEFT JOIN person ON person.identifier = line.person
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT option.id) AS ids, min(named.label) FILTER (WHERE option.id IS NULL) AS missing
      FROM unnest(line.options) AS named (label) LEFT JOIN poll_option option ON option.post_id = poll.post_id AND option.label = named.label
    ) chosen ON true
  ), added AS (
    INSERT INTO poll_participant (post_id, person_id)
    SELECT DISTINCT post_id, person_id FROM resolved WHERE problem IS NULL
    ON CONFLICT DO NOTHING RETURNING post_id, person_id
  ), fresh AS (
    SELECT DISTINCT ON (post_id, person_id) person_id, is_anonymous, ids FROM resolved JOIN added USING (post_id, person_id)
    WHERE problem IS NULL ORDER BY post_id, person_id, line
  ), named AS (
    INSERT INTO poll_vote (option_id, person_id) SELECT option_id, person_id FROM fresh CROSS JOIN unnest(ids) AS option_id WHERE NOT is_anonymous
  ), counted AS (
    UPDATE poll_option SET anonymous_count = anonymous_count + tally.votes
    FROM (SELECT option_id, count(*)::int AS votes FROM fresh CROSS JOIN unnest(ids) AS option_id WHERE is_anonymous GROUP BY option_id) tally
    WHERE poll_option.id = tally.option_id
  ) ${importOutcome}`;
