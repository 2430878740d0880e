import { readableCommunities } from '@parvis/communities/server';
import type { DocumentSource } from '../search-source.ts';

interface Asked {
  viewer: string;
  query: string;
  /** The same, with phrases as mere words; NULL: it holds none. */
  loose: string;
  marks: string;
  bounds: string;
  from: string;
  until: string;
  most: string;
  /** Condition on `walk`: what is older need not be looked at. */
  enough: string;
}

/** What is quickly passed over, then the rule itself. CASE: PostgreSQL must not turn the rule into a join over all that there is, nor ask it of another kind. */
const visible = (source: DocumentSource, { viewer }: Pick<Asked, 'viewer'>): string => `
  (document.community_id IS NULL OR document.community_id IN ${readableCommunities(viewer)}) AND CASE WHEN document.kind = '${source.kind}' THEN ${source.visibleTo('document.id', viewer)} ELSE FALSE END`;

/** The weeks that are looked at first. */
const firstWeeks = 3;
/** So many matches in them promise enough in a few weeks more, as long as each week holds its share: of what came up lately, years of weeks hold nothing. */
const worthWalking = 100;
/** So few promise that all older ones can be read at once… */
const fewRecent = 10;
/** … unless there are more than this: the word was in fashion once. */
const mostAtOnce = 2_000;
const quarterWeeks = 13;
/** What is weighed counts by its age: after so many looks (weeks, when each holds some), so many texts are enough. */
const stepsWhenEnough = 4;
const enoughWeighed = 100;
/** Of the texts that hold all the words of a phrase, so many of the newest are read: the index does not know the order of words. */
const mostRead = 5_000;

/**
 * SQL: ids of matches that the viewer may see, the newest first, at most `most`. Goes back week by week and stops when it has enough: of a frequent word, the
 * last weeks are enough, and the whole list of it is never read and sorted. What the last weeks hold tells how to go on: week by week, quarter by quarter, or,
 * for what is rare, with one look at all that is older. The rule of visibility is long: it stands here once, since PostgreSQL prepares each copy for each search, and is asked from the newest on until there are enough (OFFSET 0 keeps it behind the sorting).
 */
const newestSql = (source: DocumentSource, asked: Asked): string => `
  WITH RECURSIVE span AS MATERIALIZED (
    SELECT search_bounded_week(least(${asked.until}, max(written_at))) AS newest, search_bounded_week(greatest(${asked.from}, min(written_at))) AS oldest
    FROM search_document WHERE kind = '${source.kind}'
  ), walk AS (
    SELECT newest AS week, 0 AS step, 0 AS found, 0 AS recent, 0 AS read, FALSE AS is_too_much, '{}'::uuid[] AS ids FROM span
    UNION ALL
    SELECT CASE WHEN looked.is_too_much THEN walk.week ELSE next.oldest - 1 END, walk.step + 1, walk.found + cardinality(looked.ids),
      walk.recent + CASE WHEN walk.step < ${firstWeeks} THEN cardinality(looked.ids) ELSE 0 END, walk.read + looked.read, walk.is_too_much OR looked.is_too_much, looked.ids
    FROM walk CROSS JOIN span
    CROSS JOIN LATERAL (
      SELECT CASE
        WHEN walk.step < ${firstWeeks} OR walk.recent >= ${worthWalking} AND cardinality(walk.ids) >= ${fewRecent} THEN 'week'
        WHEN walk.recent < ${fewRecent} AND NOT walk.is_too_much AND walk.week - span.oldest > ${2 * quarterWeeks} THEN 'all'
        ELSE 'quarter' END AS size
    ) going
    CROSS JOIN LATERAL (
      SELECT CASE size WHEN 'week' THEN walk.week WHEN 'all' THEN span.oldest ELSE walk.week / ${quarterWeeks} * ${quarterWeeks} END AS oldest,
        CASE size WHEN 'week' THEN '${source.kind} week ' || walk.week WHEN 'all' THEN '${source.kind}' ELSE '${source.kind} quarter ' || walk.week / ${quarterWeeks} END AS mark,
        CASE size WHEN 'all' THEN ${mostAtOnce} END AS most
    ) next
    CROSS JOIN LATERAL (
      WITH met AS MATERIALIZED (
        SELECT document.id, document.kind, document.community_id, document.written_at, document.words FROM search_document document
        WHERE document.words @@ coalesce(${asked.loose}, ${asked.query}) AND document.marks @> (${asked.marks} || next.mark) AND search_bounded_week(document.written_at) <= walk.week ${asked.bounds}
        LIMIT next.most + 1
      )
      SELECT counted.is_too_much, CASE WHEN ${asked.loose} IS NULL OR counted.is_too_much THEN 0 ELSE counted.matches END AS read,
        CASE WHEN counted.is_too_much THEN '{}' ELSE ARRAY(
          SELECT document.id FROM (SELECT * FROM met ORDER BY written_at DESC, id DESC OFFSET 0) document
          WHERE (${asked.loose} IS NULL OR document.words @@ ${asked.query}) AND ${visible(source, asked)} LIMIT ${asked.most} - walk.found
        ) END AS ids
      FROM (SELECT count(*)::int AS matches, count(*) > next.most IS TRUE AS is_too_much FROM met) counted
    ) looked
    WHERE walk.found < ${asked.most} AND walk.read < ${mostRead} AND walk.week >= span.oldest AND NOT (${asked.enough})
  )
  SELECT met.id FROM walk CROSS JOIN LATERAL unnest(walk.ids) WITH ORDINALITY AS met(id, place) ORDER BY walk.step, met.place`;

/**
 * The same for what one person wrote, or what stands in one community: few enough to be read at once, and for them a look for each week would be dear.
 * The index by kind and time must not be taken for it, hence the || that hides it.
 */
const newestOfFewSql = (source: DocumentSource, asked: Asked): string => `
  SELECT document.id FROM search_document document
  WHERE document.words @@ ${asked.query} AND document.marks @> ${asked.marks} AND document.kind || '' = '${source.kind}' ${asked.bounds} AND ${visible(source, asked)}
  ORDER BY document.written_at DESC, document.id DESC LIMIT ${asked.most}`;

// In this form, so that the index by time is not taken for it.
const isIn = (comparison: '>=' | '<', bound: string): string => `(${bound} IS NULL OR document.written_at ${comparison} ${bound})`;

const ranked: Asked = {
  viewer: '$1::uuid',
  query: '$2::tsquery',
  loose: '$11::tsquery',
  marks: '$3::text[]',
  from: '$4::timestamptz',
  until: '$5::timestamptz',
  bounds: `AND ${isIn('>=', '$4::timestamptz')} AND ${isIn('<', '$5::timestamptz')}`,
  most: '($10::int + 1)',
  enough: 'FALSE',
};

// Weights of D (text), C, B, A (title); 1: long texts do not win by their length. A fresh document counts three times as much as an old one, after half a
// year twice as much.
const score = `round(1e6 * ts_rank_cd('{0.1, 0.2, 0.4, 1}', words, ${ranked.query}, 1) * (1 + 2 * power(0.5, greatest(extract(epoch FROM $6::timestamptz - written_at), 0) / 86400 / 180)))::bigint`;

/** A page of hits, best first; `isOfFew`: by author or community. Parameters: viewer, tsquery, marks, from, until, as of, score and id to go on after, rows, most, and unless `isOfFew` the loose tsquery. */
export const rankedSql = (source: DocumentSource, isOfFew: boolean): string => `
  WITH candidate AS MATERIALIZED (${isOfFew ? newestOfFewSql(source, ranked) : newestSql(source, ranked)}
  ), ranked AS (
    SELECT id, author_id, community_id, written_at, ${score} AS score FROM (SELECT id FROM candidate LIMIT $10::int) compared JOIN search_document USING (id)
  )
  SELECT *, (SELECT count(*) FROM candidate)::int AS count FROM ranked
  WHERE $7::bigint IS NULL OR (score, id) < ($7::bigint, $8::uuid)
  ORDER BY score DESC, id DESC LIMIT $9::int`;

/** For each of the queries whether it finds anything, in their order. A frequent word is found in the last weeks. Parameters: viewer, tsqueries. */
export const anyFoundSql = (sources: readonly DocumentSource[]): string => `
  SELECT ${sources.map((source) => `EXISTS (${newestSql(source, anyAtAll)})`).join(' OR ')} AS found
  FROM unnest($2::text[]::tsquery[]) WITH ORDINALITY AS asked(query, place) ORDER BY asked.place`;

const anyAtAll: Asked = {
  viewer: '$1::uuid',
  query: 'asked.query',
  loose: 'NULL::tsquery',
  marks: `'{}'::text[]`,
  from: 'NULL::timestamptz',
  until: 'NULL::timestamptz',
  bounds: '',
  most: '1',
  enough: 'FALSE',
};

const weighed: Asked = {
  viewer: '$1::uuid',
  query: '$2::tsquery',
  loose: 'NULL::tsquery',
  marks: `'{}'::text[]`,
  from: 'NULL::timestamptz',
  until: '$3::timestamptz',
  bounds: `AND ${isIn('<', '$3::timestamptz')}`,
  most: '$4::int',
  enough: `walk.step >= ${stepsWhenEnough} AND walk.found >= ${enoughWeighed}`,
};

/**
 * The newest matches (older ones as long as there are few), each with the weights of the terms that stand in it: a term counts from 0.6 (once) towards 1 (often), nearly alike in title and text, and long
 * texts count less; a term of several words counts where they all stand. Parameters: viewer, tsquery, until, most, and the terms (tsqueries) with their weights and their shares.
 */
export const weighedSql = (source: DocumentSource): string => `
  WITH candidate AS MATERIALIZED (${newestSql(source, weighed)}
  ), term AS MATERIALIZED (
    SELECT query::tsquery AS query, weight, share FROM unnest($5::text[], $6::float8[], $7::float8[]) AS asked(query, weight, share)
  )
  SELECT document.id, facet, author_id AS "authorId", community_id AS "communityId", written_at AS "writtenAt",
    found.weight / (0.5 + 0.5 * least(length(document.words), 400) / 60.0) AS weight, found.coverage
  FROM candidate JOIN search_document document USING (id) CROSS JOIN LATERAL (
    SELECT coalesce(sum(term.weight * ts_rank('{0.8, 0.8, 0.8, 1}', document.words, term.query)), 0) AS weight, least(coalesce(sum(term.share), 0), 1) AS coverage FROM term WHERE document.words @@ term.query
  ) found`;
