import { postVisibleTo } from '@parvis/feed/server';

/**
 * The statements of one's own figures. `$1` is the viewer, `$2` the first id of the period; what follows is said with each.
 * `mine`: the viewer's posts of the period; `said`: their comments under posts. Both only where the viewer may still read the post, and the newest `maxWritten` alone:
 * what somebody asks about themselves costs the same however much they write.
 */
export const maxWritten = 500;

const visible = postVisibleTo('post', '$1');

const mine = `mine AS (
  SELECT post.id, post.kind FROM post WHERE post.author_id = $1 AND post.id >= $2 AND ${visible}
  ORDER BY post.id DESC LIMIT ${maxWritten}
)`;

const said = `said AS (
  SELECT comment.id, comment.subject_id, comment.parent_id, comment.is_accepted, post.author_id AS to_id
  FROM comment JOIN post ON post.id = comment.subject_id
  WHERE comment.author_id = $1 AND comment.id >= $2 AND comment.deleted_at IS NULL AND comment.subject_type = 'post' AND ${visible}
  ORDER BY comment.id DESC LIMIT ${maxWritten}
)`;

/** `$3`: when the period begins, for reactions; `$4`: the viewer's department; `$5` and `$6`: how many departments, and people of each, at most. */
export const exchangesSql = `
  WITH ${mine}, ${said}, felt AS (
    SELECT reaction.subject_id, reaction.subject_type FROM reaction WHERE reaction.person_id = $1 AND reaction.created_at >= $3
    ORDER BY reaction.created_at DESC LIMIT ${maxWritten}
  ), met AS (
    SELECT to_id AS person_id, true AS addressed FROM said
    UNION ALL
    SELECT parent.author_id, true FROM said JOIN comment parent ON parent.id = said.parent_id AND parent.deleted_at IS NULL
    UNION ALL
    SELECT post.author_id, true FROM felt JOIN post ON post.id = felt.subject_id WHERE felt.subject_type = 'post' AND ${visible}
    UNION ALL
    SELECT target.author_id, true FROM felt JOIN comment target ON target.id = felt.subject_id AND target.deleted_at IS NULL JOIN post ON post.id = target.subject_id
    WHERE felt.subject_type = 'comment' AND ${visible}
    UNION ALL
    SELECT comment.author_id, false FROM mine JOIN comment ON comment.subject_id = mine.id AND comment.deleted_at IS NULL
    UNION ALL
    SELECT reply.author_id, false FROM said JOIN comment reply ON reply.parent_id = said.id AND reply.deleted_at IS NULL
    UNION ALL
    SELECT reaction.person_id, false FROM (SELECT id FROM mine UNION ALL SELECT id FROM said) target JOIN reaction ON reaction.subject_id = target.id
  ), placed AS (
    SELECT person.id, person.department, person.sort_name, colleague.addressed, colleague.addressing
    FROM (SELECT person_id, bool_or(addressed) AS addressed, bool_or(NOT addressed) AS addressing FROM met WHERE person_id <> $1 GROUP BY person_id) colleague
    JOIN person ON person.id = colleague.person_id
    WHERE person.deactivated_at IS NULL AND person.department IS NOT NULL
  ), department AS (
    SELECT department, count(*)::int AS people, row_number() OVER (ORDER BY count(*) DESC, department) AS place FROM placed GROUP BY department
  ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY department ORDER BY (addressed AND addressing) DESC, sort_name, id) AS turn FROM placed
  )
  SELECT department.department, department.people AS "peopleCount", ranked.id AS "personId", ranked.addressed AS "isAddressed", ranked.addressing AS "addressesViewer",
    totals.departments AS "departmentCount", totals.people AS "total", totals.own
  FROM department JOIN ranked ON ranked.department = department.department,
    (SELECT count(*)::int AS departments, sum(people)::int AS people, coalesce(sum(people) FILTER (WHERE department.department = $4::text), 0)::int AS own FROM department) totals
  WHERE department.place <= $5 AND ranked.turn <= $6
  ORDER BY department.place, ranked.turn`;

const thanksFor = (id: string): string => `(SELECT count(*)::int FROM reaction WHERE reaction.subject_id = ${id} AND reaction.kind = 'thanks' AND reaction.person_id <> $1)`;

/** `$3`: how many at most. */
export const helpfulSql = `
  WITH ${mine}, ${said}, written AS (
    SELECT mine.id, mine.id AS post_id, NULL::uuid AS comment_id, ${thanksFor('mine.id')} AS thanks,
      mine.kind = 'question' AND EXISTS (
        SELECT 1 FROM comment answer WHERE answer.subject_id = mine.id AND answer.is_accepted AND answer.deleted_at IS NULL AND answer.author_id <> $1
      ) AS accepted
    FROM mine
    UNION ALL
    SELECT said.id, said.subject_id, said.id, ${thanksFor('said.id')}, said.is_accepted AND said.to_id <> $1 FROM said
  )
  SELECT post_id AS "postId", comment_id AS "commentId", thanks AS "thankCount", accepted AS "isAccepted" FROM written
  WHERE thanks > 0 OR accepted
  ORDER BY thanks + accepted::int DESC, id DESC LIMIT $3`;

/** `$3`: how many different posts at least, `$4`: how many people at most. */
export const answeringSql = `
  WITH ${mine}
  SELECT comment.author_id AS "personId", count(DISTINCT mine.id)::int AS "postCount"
  FROM mine JOIN comment ON comment.subject_id = mine.id AND comment.deleted_at IS NULL JOIN person ON person.id = comment.author_id
  WHERE comment.author_id <> $1 AND person.deactivated_at IS NULL
  GROUP BY comment.author_id HAVING count(DISTINCT mine.id) >= $3
  ORDER BY count(DISTINCT mine.id) DESC, min(person.sort_name), comment.author_id LIMIT $4`;

/** `$3`: the time zone. */
export const readerHoursSql = `
  WITH ${mine}, read AS (
    SELECT comment.author_id AS person_id, comment.created_at FROM mine JOIN comment ON comment.subject_id = mine.id AND comment.deleted_at IS NULL
    UNION ALL
    SELECT reaction.person_id, reaction.created_at FROM mine JOIN reaction ON reaction.subject_id = mine.id
  )
  SELECT extract(isodow FROM created_at AT TIME ZONE $3)::int AS weekday, extract(hour FROM created_at AT TIME ZONE $3)::int AS hour,
    count(DISTINCT person_id)::int AS "readerCount", (SELECT count(DISTINCT person_id)::int FROM read WHERE person_id <> $1) AS people
  FROM read WHERE person_id <> $1 GROUP BY 1, 2 ORDER BY 1, 2`;

/** Texts of the viewer, newest first. `commentVisible`: the rule for what is commented, posts or not. */
export const ownTextsSql = (commentVisible: string): string => `
  SELECT title, body FROM (
    (SELECT post.id, post.title, post.body FROM post WHERE post.author_id = $1 AND post.id >= $2 AND ${visible} ORDER BY post.id DESC LIMIT ${maxWritten})
    UNION ALL
    (SELECT comment.id, NULL, comment.body FROM comment WHERE comment.author_id = $1 AND comment.id >= $2 AND comment.deleted_at IS NULL AND ${commentVisible} ORDER BY comment.id DESC LIMIT ${maxWritten})
  ) own`;

/** Which of the words `$1` the stemmers of search take for empty, in either language. */
export const emptyWordsSql = `SELECT word FROM unnest($1::text[]) AS word WHERE '{}' IN (ts_lexize('french_stem', word), ts_lexize('english_stem', word))`;
