import { exchangesSql } from '../exchanges.ts';

/** The statements of the animator's page. `$1` is the community, `$2` the first id of the period; what follows is said with each. */

export const withoutCommentOfOthers = `NOT EXISTS (
  SELECT 1 FROM comment WHERE comment.subject_id = post.id AND comment.deleted_at IS NULL AND comment.author_id <> post.author_id)`;

export const withoutReactionOfOthers = `NOT EXISTS (
  SELECT 1 FROM reaction WHERE reaction.subject_id = post.id AND reaction.person_id <> post.author_id)`;

/** `$3`: who joined since, `$4`: how many at most. */
export const newcomersSql = `
  WITH ${exchangesSql}, addressed AS (
    SELECT to_id::text AS person_id FROM exchange
    UNION
    SELECT mention -> 'attrs' ->> 'id' FROM (
      SELECT post.body, post.author_id FROM written JOIN post USING (id)
      UNION ALL
      SELECT comment.body, comment.author_id FROM said JOIN comment USING (id)
    ) told, jsonb_path_query(told.body, '$.** ? (@.type == "mention")') mention
    WHERE mention -> 'attrs' ->> 'id' <> told.author_id::text
  )
  SELECT membership.id, membership.person_id AS "personId", membership.joined_at AS "joinedAt"
  FROM membership JOIN person ON person.id = membership.person_id
  WHERE membership.community_id = $1 AND membership.joined_at >= $3 AND membership.role = 'member' AND person.deactivated_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM addressed WHERE addressed.person_id = membership.person_id::text)
  ORDER BY membership.joined_at, membership.id LIMIT $4`;

const weekOf = (at: string): string => `date_trunc('week', ${at} AT TIME ZONE $3)`;

/** `$3`: the time zone. */
export const weeksSql = `
  WITH ${exchangesSql}, happened AS (
    SELECT ${weekOf('created_at')} AS week, 1 AS post, 0 AS comment FROM written
    UNION ALL
    SELECT ${weekOf('created_at')}, 0, 1 FROM said
  )
  SELECT to_char(week, 'YYYY-MM-DD') AS "startsOn", coalesce(sum(post), 0)::int AS "postCount", coalesce(sum(comment), 0)::int AS "commentCount"
  FROM generate_series(${weekOf('now()')} - interval '11 weeks', ${weekOf('now()')}, interval '1 week') AS week LEFT JOIN happened USING (week)
  GROUP BY week ORDER BY week`;

/** `$3`: the time zone. */
export const activeHoursSql = `
  WITH ${exchangesSql}, happened AS (
    SELECT author_id AS person_id, created_at FROM written
    UNION ALL SELECT author_id, created_at FROM said
    UNION ALL SELECT person_id, created_at FROM felt
  )
  SELECT extract(isodow FROM created_at AT TIME ZONE $3)::int AS weekday, extract(hour FROM created_at AT TIME ZONE $3)::int AS hour,
    count(*)::int AS count, (SELECT count(DISTINCT person_id)::int FROM happened) AS people
  FROM happened GROUP BY 1, 2 ORDER BY 1, 2`;

/** `$3`: how many at most. */
export const helpersSql = `
  WITH ${exchangesSql}
  SELECT said.author_id AS "personId", count(DISTINCT said.post_id)::int AS "postCount"
  FROM said JOIN person ON person.id = said.author_id
  WHERE said.author_id <> said.to_id AND person.deactivated_at IS NULL
  GROUP BY said.author_id HAVING count(DISTINCT said.post_id) >= 3
  ORDER BY count(DISTINCT said.post_id) DESC, said.author_id LIMIT $3`;

export const activeMembersSql = `
  WITH ${exchangesSql}
  SELECT count(*)::int AS count FROM membership
  WHERE membership.community_id = $1 AND membership.person_id IN (
    SELECT author_id FROM written UNION SELECT author_id FROM said UNION SELECT person_id FROM felt)`;

/** `$3` and `$4`: how many people a subject concerns at least and at most. */
export const subCommunitiesSql = `
  WITH ${exchangesSql}, spoken AS (
    SELECT tag, written.id AS post_id, written.author_id AS person_id FROM written, unnest(written.tags) AS tag
    UNION ALL
    SELECT tag, written.id, said.author_id FROM written JOIN said ON said.post_id = written.id, unnest(written.tags) AS tag
  )
  SELECT spoken.tag, count(DISTINCT spoken.post_id)::int AS "postCount", count(DISTINCT spoken.person_id)::int AS "personCount",
    count(DISTINCT person.department)::int AS "departmentCount"
  FROM spoken JOIN person ON person.id = spoken.person_id
  GROUP BY spoken.tag HAVING count(DISTINCT spoken.person_id) BETWEEN $3 AND $4
  ORDER BY count(DISTINCT spoken.person_id) DESC, spoken.tag LIMIT 5`;
