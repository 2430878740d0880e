import type { DocumentSource } from '../search-source.ts';

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
  /** Whether the words are likely to stand in few documents of all kinds together, most of them of this one. */
  isRare: string;
}

/** What is quickly passed over, then the rule itself. CASE: PostgreSQL must not turn the rule into a join over all that there is, nor ask it of another kind. */
const visible = (source: DocumentSource, { viewer, readable }: Pick<Asked, 'viewer' | 'readable'>): string => `
  (document.community_id IS NULL OR document.community_id IN (${readable})) AND CASE WHEN document.kind = '${source.kind}' THEN ${source.visibleTo('document.id', viewer)} ELSE FALSE END`;

/** The weeks that are looked at first. */
const firstWeeks = 3;
/** So many matches in them promise enough in a few weeks more. */
const worthWalking = 100;
/** So many older ones can be read at once; of more, each week is quicker. */
const mostAtOnce = 2_000;

/**
 * SQL: matches that the viewer may see, the newest first, at most `most`. Goes back week by week and stops when it has enough: of a frequent word, the last
 * weeks are enough, and the whole list of it is never read and sorted. What is rare, and rare in the last weeks, is looked up once in all that is older: a
 * look for each week would cost more than the whole list. There the index is not asked for the marks, of which it would read all to find those with none.
 */
function newestSql(source: DocumentSource, asked: Asked): string {
  const newest = `ORDER BY document.written_at DESC, document.id DESC LIMIT ${asked.most}`;
  const ofWeeks = (from: string, to: string): string => `
    SELECT document.* FROM span CROSS JOIN LATERAL generate_series(${from}, ${to}, -1) AS week(number)
    CROSS JOIN LATERAL (
      SELECT document.* FROM search_document document
      WHERE document.words @@ ${asked.query} AND document.marks @> (${asked.marks} || ('${source.kind} week ' || week.number)) ${asked.bounds} AND ${visible(source, asked)}
      ${newest}
    ) document
    LIMIT ${asked.most}`;
  const isTried = `(${asked.isRare} AND (SELECT count(*) FROM recent) < ${worthWalking})`;
  const isKnown = `(${isTried} AND (SELECT count(*) FROM older) <= ${mostAtOnce})`;
  return `
    WITH span AS MATERIALIZED (
      SELECT search_bounded_week(least(${asked.until}, max(written_at))) AS newest, search_bounded_week(greatest(${asked.from}, min(written_at))) AS oldest
      FROM search_document WHERE kind = '${source.kind}'
    ), recent AS MATERIALIZED (${ofWeeks('span.newest', `greatest(span.oldest, span.newest - ${firstWeeks - 1})`)}
    ), older AS MATERIALIZED (
      SELECT document.* FROM search_document document
      WHERE ${isTried} AND document.words @@ ${asked.query} AND search_bounded_week(document.written_at) <= (SELECT newest - ${firstWeeks} FROM span) LIMIT ${mostAtOnce + 1}
    )
    SELECT found.* FROM (
      SELECT * FROM recent
      UNION ALL
      SELECT * FROM (
        SELECT document.* FROM older document WHERE document.marks @> ${asked.marks} ${asked.bounds} AND ${visible(source, asked)} ${newest}
      ) looked_up WHERE ${isKnown}
      UNION ALL
      SELECT * FROM (${ofWeeks(`span.newest - ${firstWeeks}`, 'span.oldest')}) walked WHERE NOT ${isKnown}
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
  viewer: '$1::uuid',
  query: '$2::tsquery',
  readable: readable(3),
  marks: '$4::text[]',
  from: '$5::timestamptz',
  until: '$6::timestamptz',
  bounds: `AND ${isIn('>=', '$5::timestamptz')} AND ${isIn('<', '$6::timestamptz')}`,
  most: '($11::int + 1)',
  isRare: '$12::boolean',
};

// Weights of D (text), C, B, A (title); 1: long texts do not win by their length. A fresh document counts three times as much as an old one, after half a
// year twice as much.
const score = `round(1e6 * ts_rank_cd('{0.1, 0.2, 0.4, 1}', words, ${ranked.query}, 1) * (1 + 2 * power(0.5, greatest(extract(epoch FROM $7::timestamptz - written_at), 0) / 86400 / 180)))::bigint`;

/** A page of hits, best first; `isOfFew`: by author or community. Parameters: viewer, tsquery, readable communities, marks, from, until, as of, score and id to go on after, rows, most, whether it is rare. */
export const rankedSql = (source: DocumentSource, isOfFew: boolean): string => `
  WITH candidate AS MATERIALIZED (${isOfFew ? newestOfFewSql(source, ranked) : newestSql(source, ranked)}
  ), ranked AS (
    SELECT id, author_id, community_id, written_at, ${score} AS score FROM (SELECT * FROM candidate LIMIT $11::int) compared
  )
  SELECT *, (SELECT count(*) FROM candidate)::int AS count FROM ranked
  WHERE $8::bigint IS NULL OR (score, id) < ($8::bigint, $9::uuid)
  ORDER BY score DESC, id DESC LIMIT $10::int`;

/** For each of the queries whether it finds anything, in their order; `large`: kinds of many documents. A frequent word is found in the last weeks. Parameters: viewer, readable communities, tsqueries. */
export const anyFoundSql = (sources: readonly DocumentSource[], large: ReadonlySet<string>): string => `
  SELECT ${sources.map((source) => `EXISTS (${newestSql(source, { ...anyAtAll, isRare: large.has(source.kind) ? 'TRUE' : 'FALSE' })})`).join(' OR ')} AS found
  FROM unnest($3::text[]::tsquery[]) WITH ORDINALITY AS asked(query, place) ORDER BY asked.place`;

const anyAtAll: Omit<Asked, 'isRare'> = {
  viewer: '$1::uuid',
  query: 'asked.query',
  readable: readable(2),
  marks: `'{}'::text[]`,
  from: 'NULL::timestamptz',
  until: 'NULL::timestamptz',
  bounds: '',
  most: '1',
};
