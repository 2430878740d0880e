import type { DocumentSource } from '../search-source.ts';

/**
 * SQL: matches that the viewer may see, the newest first, at most `most`. Goes back week by week and stops when it has enough: a frequent word is found in
 * the last weeks, a rare one costs a look into the index for each week. So neither needs the whole list of a frequent word to be read and sorted.
 */
function newestSql(source: DocumentSource, asked: { viewer: string; query: string; readable: string; kind: string; marks: string; bounds: string; from: string; until: string; most: string }): string {
  // CASE: PostgreSQL must not turn the rule into a join over all that there is.
  return `
    SELECT found.* FROM (
      SELECT search_bounded_week(least(${asked.until}, max(written_at))) AS newest, search_bounded_week(greatest(${asked.from}, min(written_at))) AS oldest FROM search_document WHERE kind = ${asked.kind}
    ) span
    CROSS JOIN LATERAL generate_series(span.newest, span.oldest, -1) AS week(number)
    CROSS JOIN LATERAL (
      SELECT document.* FROM search_document document
      WHERE document.words @@ ${asked.query} AND document.marks @> (${asked.marks} || (${asked.kind} || ' week ' || week.number))
        ${asked.bounds}
        AND (document.community_id IS NULL OR document.community_id = ANY(${asked.readable}))
        AND CASE WHEN ${source.visibleTo('document.id', asked.viewer)} THEN TRUE ELSE FALSE END
      ORDER BY document.written_at DESC, document.id DESC LIMIT ${asked.most}
    ) found
    LIMIT ${asked.most}`;
}

// Weights of D (text), C, B, A (title); 1: long texts do not win by their length. A fresh document counts three times as much as an old one, after half a
// year twice as much.
const score = `round(1e6 * ts_rank_cd('{0.1, 0.2, 0.4, 1}', words, $2::tsquery, 1) * (1 + 2 * power(0.5, greatest(extract(epoch FROM $8::timestamptz - written_at), 0) / 86400 / 180)))::bigint`;

/**
 * The same for what one person wrote, or what stands in one community: few enough to be read at once, and for them a look for each week would be dear.
 * The index by kind and time must not be taken for it, hence the || that hides it.
 */
function newestOfFewSql(source: DocumentSource): string {
  return `
    SELECT document.* FROM search_document document
    WHERE document.words @@ $2::tsquery AND document.marks @> $5::text[] AND document.kind || '' = $4::text ${bounds}
      AND (document.community_id IS NULL OR document.community_id = ANY($3::uuid[]))
      AND CASE WHEN ${source.visibleTo('document.id', '$1')} THEN TRUE ELSE FALSE END
    ORDER BY document.written_at DESC, document.id DESC LIMIT ($12::int + 1)`;
}

const bounds = 'AND ($6::timestamptz IS NULL OR document.written_at >= $6) AND ($7::timestamptz IS NULL OR document.written_at < $7)';

/** A page of hits, best first; `isOfFew`: by author or community. Parameters: viewer, tsquery, readable communities, kind, marks, from, until, as of, score and id to go on after, rows, most. */
export const rankedSql = (source: DocumentSource, isOfFew: boolean): string => `
  WITH candidate AS MATERIALIZED (${isOfFew ? newestOfFewSql(source) : newestSql(source, {
    viewer: '$1', query: '$2::tsquery', readable: '$3::uuid[]', kind: '$4::text', marks: '$5::text[]', from: '$6::timestamptz', until: '$7::timestamptz', most: '($12::int + 1)',
    bounds,
  })}
  ), ranked AS (
    SELECT id, author_id, community_id, written_at, ${score} AS score FROM (SELECT * FROM candidate LIMIT $12) compared
  )
  SELECT *, (SELECT count(*) FROM candidate)::int AS count FROM ranked
  WHERE $9::bigint IS NULL OR (score, id) < ($9::bigint, $10::uuid)
  ORDER BY score DESC, id DESC LIMIT $11`;

/** For each of the queries whether it finds anything, in their order. Parameters: viewer, readable communities, tsqueries. */
export const anyFoundSql = (sources: readonly DocumentSource[]): string => `
  SELECT ${sources
    .map((source) => `EXISTS (${newestSql(source, {
      viewer: '$1', query: 'asked.query', readable: '$2::uuid[]', kind: `'${source.kind}'::text`, marks: `'{}'::text[]`, from: 'NULL::timestamptz', until: 'NULL::timestamptz', most: '1', bounds: '',
    })})`)
    .join(' OR ')} AS found
  FROM unnest($3::text[]::tsquery[]) WITH ORDINALITY AS asked(query, place) ORDER BY asked.place`;
