import { textSearchVector } from '@parvis/search/server';
import { postVisibleTo } from '../post/post.access.ts';

/** How many of the newest questions with a word in common are compared. */
const mostCompared = 500;
/** How many are proposed. */
const mostProposed = 5;
/** Which part of the words that matter a question must share, each by its weight, from 0 to 1. */
const near = 0.4;
/** How alike two words must be to be the same with a slip of the pen: of pg_trgm, from 0 to 1. */
const sameWord = 0.6;

const titleVector = textSearchVector('post.title');

/**
 * $1 the viewer, $2 what was typed, $3 a community or null: the ids of questions that ask nearly the same, best first.
 * Words that are empty in either language (« qui », « sur », « the ») do not count, and the others the less, the more of the questions compared hold them:
 * « déjà » says little, a word that nobody has asked about yet says most. Of questions with one title, the one with the best answers stands for all.
 */
export const similarQuestionsSql = `
  WITH word AS (
    SELECT lexeme AS word, french || english AS stems
    FROM unnest(to_tsvector('simple', regexp_replace(fold($2), '[-_/]', ' ', 'g')))
      CROSS JOIN LATERAL (SELECT tsvector_to_array(to_tsvector('french', lexeme)) AS french, tsvector_to_array(to_tsvector('english', lexeme)) AS english) of_language
    WHERE french <> '{}' AND english <> '{}'
  ), wanted AS (
    SELECT string_agg(quote_literal(stem), ' | ')::tsquery AS any_stem FROM word, unnest(stems) stem
  ), candidate AS (
    SELECT post.id, post.community_id, fold(post.title) AS title, tsvector_to_array(${titleVector}) AS stems
    FROM post
    WHERE post.kind = 'question' AND ${postVisibleTo('post', '$1')}
      AND (${titleVector} @@ (SELECT any_stem FROM wanted) OR fold(post.title) % fold($2))
    ORDER BY post.id DESC LIMIT ${mostCompared}
  ), shared AS (
    SELECT candidate.id, word.word FROM candidate JOIN word ON candidate.stems && word.stems OR strict_word_similarity(word.word, candidate.title) >= ${sameWord}
  ), weighed AS (
    SELECT word, 1 / (1 + ln(greatest(count(shared.id), 1))) AS weight FROM word LEFT JOIN shared USING (word) GROUP BY word
  ), compared AS (
    SELECT candidate.id, candidate.title,
      sum(weight) / (SELECT sum(weight) FROM weighed) AS part,
      similarity(candidate.title, fold($2)) + CASE WHEN candidate.community_id = $3::uuid THEN 0.2 ELSE 0 END AS favour
    FROM candidate JOIN shared USING (id) JOIN weighed USING (word)
    GROUP BY candidate.id, candidate.title, candidate.community_id
  ), alike AS (
    SELECT compared.id, title, part + favour AS score, answers.accepted, answers.count
    FROM compared CROSS JOIN LATERAL (
      SELECT count(*) AS count, coalesce(bool_or(is_accepted), false) AS accepted FROM comment
      WHERE subject_id = compared.id AND parent_id IS NULL AND deleted_at IS NULL
    ) answers
    WHERE part >= ${near}
  ), distinct_title AS (
    SELECT DISTINCT ON (title) id, score FROM alike ORDER BY title, accepted DESC, count DESC, id DESC
  )
  SELECT id FROM distinct_title ORDER BY score DESC, id DESC LIMIT ${mostProposed}`;
