import { daysAgo, firstIdAt } from '@parvis/platform/server';

/** Figures about fewer people than this are not shown. */
export const minPeople = 8;

/**
 * SQL: what happened in a community, as common table expressions. `$1` is the community, `$2` the first id of the period (`periodFrom`).
 * `written`: its posts of the period. `said`: comments under them, `to_id` being whom they answer. `felt`: reactions to both.
 * `exchange`: who addressed whom, once for each comment and reaction; nobody addresses themselves.
 */
export const exchangesSql = `
  written AS (
    SELECT post.id, post.author_id, post.kind, post.tags, post.created_at FROM post
    WHERE post.community_id = $1 AND post.id >= $2 AND post.deleted_at IS NULL
  ), said AS (
    SELECT comment.id, comment.subject_id AS post_id, comment.author_id, written.author_id AS to_id, comment.created_at
    FROM written JOIN comment ON comment.subject_id = written.id AND comment.deleted_at IS NULL
  ), felt AS (
    SELECT reaction.subject_id, reaction.person_id, target.author_id AS to_id, reaction.created_at
    FROM (SELECT id, author_id FROM written UNION ALL SELECT id, author_id FROM said) target
    JOIN reaction ON reaction.subject_id = target.id
  ), exchange AS (
    SELECT author_id AS from_id, to_id FROM said WHERE author_id <> to_id
    UNION ALL
    SELECT person_id, to_id FROM felt WHERE person_id <> to_id
  )`;

export const periodFrom = (days: number): string => firstIdAt(daysAgo(days));
