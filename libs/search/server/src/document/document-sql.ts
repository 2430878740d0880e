import type { DocumentSource } from '../search-source.ts';

/**
 * A parameter that the planner does not look at: the plan is the same whatever is asked, and is kept (`queryPrepared`). Planning takes longer than searching, for
 * the rules of who sees what are long.
 */
const parameter = (number: number, type: string): string => `(SELECT $${number}::${type})`;

interface Asked {
  viewer: string;
  query: string;
  /** Subquery of the communities that the viewer may read. */
  readable: string;
  marks: string;
  bounds: string;
  from: string;
  until: string;
  most: string;
}

/** What is quickly passed over, then the rule itself. CASE: PostgreSQL must not turn the rule into a join over all that there is. */
const visible = (source: DocumentSource, { viewer, readable }: Pick<Asked, 'viewer' | 'readable'>): string => `
  (document.community_id IS NULL OR document.community_id IN (${readable})) AND CASE WHEN ${source.visibleTo('document.id', viewer)} THEN TRUE ELSE FALSE END`;

/**
 * SQL: matches that the viewer may see, the newest first, at most `most`. Goes back week by week and stops when it has enough: a frequent word is found in
 * the last weeks, a rare one costs a look into the index for each week. So neither needs the whole list of a frequent word to be read and sorted.
 */
function newestSql(source: DocumentSource, asked: Asked): string {
  return `
    SELECT found.* FROM (
      SELECT search_bounded_week(least(${asked.until}, max(written_at))) AS newest, search_bounded_week(greatest(${asked.from}, min(written_at))) AS oldest FROM search_document WHERE kind = '${source.kind}'
    ) span
    CROSS JOIN LATERAL generate_series(span.newest, span.oldest, -1) AS week(number)
    CROSS JOIN LATERAL (
      SELECT document.* FROM search_document document
      WHERE document.words @@ ${asked.query} AND document.marks @> (${asked.marks} || ('${source.kind} week ' || week.number)) ${asked.bounds} AND ${visible(source, asked)}
      ORDER BY document.written_at DESC, document.id DESC LIMIT ${asked.most}
    ) found
    LIMIT ${asked.most}`;
}

/**
 * The same for what one person wrote, or what stands in one community: few enough to be read at once, and for them a look for each week would be dear.
 * The index by kind and time must not be taken for it, hence the || that hides it.
 */
const newestOfFewSql = (source: DocumentSource, asked: Asked): string => `
  SELECT document.* FROM search_document document
  WHERE document.words @@ ${asked.query} AND document.marks @> ${asked.marks} AND document.kind || '' = '${source.kind}' ${asked.bounds} AND ${visible(source, asked)}
  ORDER BY document.written_at DESC, document.id DESC LIMIT ${asked.most}`;

const readable = (number: number): string => `SELECT unnest($${number}::uuid[])`;

// In this form, so that the index by time is not taken for it.
const isIn = (comparison: '>=' | '<', bound: string): string => `(${bound} IS NULL OR document.written_at ${comparison} ${bound})`;

const ranked: Asked = {
  viewer: parameter(1, 'uuid'),
  query: parameter(2, 'tsquery'),
  readable: readable(3),
  marks: parameter(4, 'text[]'),
  from: parameter(5, 'timestamptz'),
  until: parameter(6, 'timestamptz'),
  bounds: `AND ${isIn('>=', parameter(5, 'timestamptz'))} AND ${isIn('<', parameter(6, 'timestamptz'))}`,
  most: `(${parameter(11, 'int')} + 1)`,
};

// Weights of D (text), C, B, A (title); 1: long texts do not win by their length. A fresh document counts three times as much as an old one, after half a
// year twice as much.
const score = `round(1e6 * ts_rank_cd('{0.1, 0.2, 0.4, 1}', words, ${ranked.query}, 1) * (1 + 2 * power(0.5, greatest(extract(epoch FROM ${parameter(7, 'timestamptz')} - written_at), 0) / 86400 / 180)))::bigint`;

/** A page of hits, best first; `isOfFew`: by author or community. Parameters: viewer, tsquery, readable communities, marks, from, until, as of, score and id to go on after, rows, most. */
export const rankedSql = (source: DocumentSource, isOfFew: boolean): string => `
  WITH candidate AS MATERIALIZED (${isOfFew ? newestOfFewSql(source, ranked) : newestSql(source, ranked)}
  ), ranked AS (
    SELECT id, author_id, community_id, written_at, ${score} AS score FROM (SELECT * FROM candidate LIMIT ${parameter(11, 'int')}) compared
  )
  SELECT *, (SELECT count(*) FROM candidate)::int AS count FROM ranked
  WHERE ${parameter(8, 'bigint')} IS NULL OR (score, id) < (${parameter(8, 'bigint')}, ${parameter(9, 'uuid')})
  ORDER BY score DESC, id DESC LIMIT ${parameter(10, 'int')}`;

/** For each of the queries whether it finds anything, in their order. Parameters: viewer, readable communities, tsqueries. */
export const anyFoundSql = (sources: readonly DocumentSource[]): string => `
  SELECT ${sources.map((source) => `EXISTS (${newestSql(source, anyAtAll)})`).join(' OR ')} AS found
  FROM unnest($3::text[]::tsquery[]) WITH ORDINALITY AS asked(query, place) ORDER BY asked.place`;

const anyAtAll: Asked = {
  viewer: parameter(1, 'uuid'),
  query: 'asked.query',
  readable: readable(2),
  marks: `'{}'::text[]`,
  from: 'NULL::timestamptz',
  until: 'NULL::timestamptz',
  bounds: '',
  most: '1',
};
