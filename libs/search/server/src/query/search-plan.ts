import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parseWords, type SearchWords } from './search-words.ts';

/** What all sources are asked in one search. */
export interface SearchPlan {
  words: SearchWords;
  /** As text of a tsquery; null: no word that could be looked up. */
  query: string | null;
  /** The same with phrases as mere words, which the index can tell; null: it holds no phrase. */
  loose: string | null;
  /** Whether the last word may go on, as somebody is still typing it. */
  isTyping: boolean;
}

const completions = 10;
// Most words have one stem in both languages: asked twice, they would be looked up and ranked twice.
const inBothLanguages = (parser: string, text: string): string => `(
  SELECT CASE WHEN french = english THEN french ELSE french || english END FROM (SELECT ${parser}('french', fold(${text})) AS french, ${parser}('english', fold(${text})) AS english) query
)`;
const parsed = (text: string): string => inBothLanguages('websearch_to_tsquery', text);

/** SQL: a tsquery of any of the forms that the words of a text may have. */
export const anyForm = (text: string): string => inBothLanguages('plainto_tsquery', text);

/** SQL: a tsquery of the words of a text in their order, one after the other, in any of their forms. */
export const anyFormInOrder = (text: string): string => inBothLanguages('phraseto_tsquery', text);

// The words that somebody may be about to type: the most written ones that begin so. Without them the search for a beginning would read half the index.
const goingOn = `
  SELECT string_agg('(' || ${anyForm('form.term')}::text || ')', ' | ') FROM (
    SELECT $2::text AS term UNION ALL
    (SELECT term FROM search_term WHERE term LIKE replace(replace(replace(fold($2), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' ORDER BY documents DESC, term LIMIT ${completions})
  ) form WHERE numnode(${anyForm('form.term')}) > 0`;

@Injectable()
export class SearchPlanner {
  constructor(private readonly dataSource: DataSource) {}

  async plan(text: string, { isTyping = false } = {}): Promise<SearchPlan> {
    const words = parseWords(text);
    const last = isTyping && !words.isPrecise && /[\p{L}\p{N}]$/u.test(text) ? words.wanted.at(-1) : undefined;
    const begun = last && last.length >= 2 ? last : null;
    const settled = begun ? text.slice(0, text.length - begun.length) : text;
    // Without a word that must be there, everything would match: nothing is found then.
    const [row]: { query: string; tree: string }[] = await this.dataSource.query(
      `WITH asked AS (
         SELECT (${parsed('$1')} && coalesce(CASE WHEN $2::text IS NULL THEN NULL ELSE (${goingOn}) END, '')::tsquery) AS query
       )
       SELECT query::text AS query, querytree(query) AS tree FROM asked`,
      [settled, begun],
    );
    const isUseful = row !== undefined && words.wanted.length > 0 && row.tree !== '' && row.tree !== 'T';
    const query = isUseful ? row.query : null;
    return { words, query, loose: query === null ? null : looseOf(query), isTyping };
  }
}

/** A tsquery with « all of them » in place of « one after the other »; null when it is the same. Words stand between single quotes in it. */
function looseOf(query: string): string | null {
  const loose = query.replace(/'(?:[^']|'')*'|<(?:-|\d+)>/g, (part) => (part.startsWith("'") ? part : '&'));
  return loose === query ? null : loose;
}
