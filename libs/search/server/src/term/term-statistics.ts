import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { emptyInSql, tellingOf, type EmptyIn } from '../query/empty-words.ts';
import { anyForm, anyFormInOrder } from '../query/search-plan.ts';
import { nearest, type Candidate } from './correction.ts';

/** How much a word of a text tells. */
export interface TermStatistic {
  /** As given. */
  word: string;
  /** As text of a tsquery: its stems, in French or in English, one of which is enough. */
  query: string;
  /** How many stems that is: 1 or 2. */
  forms: number;
  /** A word of grammar in the language that the words are in, which says nothing of what they are about. */
  isEmpty: boolean;
  /** In about how many texts it stands; those of places that the viewer must not know count, so it is for weighing alone. Not counted for an empty word. */
  documents: number;
}

interface Row extends Omit<TermStatistic, 'query' | 'isEmpty'>, EmptyIn {
  query: string | null;
}

/** How much several words in a row tell. */
export interface PhraseStatistic {
  /** As given. */
  text: string;
  /** As text of a tsquery. */
  query: string;
  /** How many stems that is for each of its words: from 1 to 2. */
  forms: number;
  /** In about how many texts it stands, as `TermStatistic.documents`. */
  documents: number;
}

export interface TextStatistics {
  terms: TermStatistic[];
  /** About how many texts there are. */
  total: number;
}

const mostAlike = 20;
/** Of the texts with all words of a phrase, so many are read for their order. */
const mostRead = 100;
const shortestMisspelt = 4;
/** To count a frequent phrase takes longest, and it stays as frequent for a while: of those in so many texts, so many are remembered for an hour. */
const frequent = 1_000;
const mostRemembered = 5_000;
const rememberedMs = 3_600_000;

const statisticsSql = `
  SELECT word, string_agg(DISTINCT quote_literal(stem), ' | ') AS query, count(DISTINCT stem)::int AS forms,
    ${emptyInSql('french', 'english')},
    (SELECT coalesce(sum(documents), 0) FROM search_term WHERE tsvector_to_array(search_words(term)) && (french || english))::int AS documents
  FROM unnest($1::text[]) WITH ORDINALITY AS asked(word, place)
    CROSS JOIN LATERAL (SELECT tsvector_to_array(to_tsvector('french', fold(word))) AS french, tsvector_to_array(to_tsvector('english', fold(word))) AS english) of_language
    LEFT JOIN LATERAL unnest(french || english) stem ON TRUE
  GROUP BY word, french, english, place ORDER BY place`;

// That words stand in order is read in the texts: of those that hold them all, some are asked, and the others taken to be like them.
const phrasesSql = `
  SELECT text, query::text, forms, round(search_frequency(phrase.words) * in_order.share)::int AS documents FROM (
    SELECT DISTINCT ON (query) text, query, words, place, length(search_words(text))::float8 / greatest(length(to_tsvector('french', fold(text))), length(to_tsvector('english', fold(text)))) AS forms
    FROM (SELECT text, ${anyFormInOrder('text')} AS query, ${anyForm('text')} AS words, place FROM unnest($1::text[]) WITH ORDINALITY AS asked(text, place)) said
    WHERE numnode(query) > 0 ORDER BY query, place
  ) phrase
  CROSS JOIN LATERAL (
    SELECT CASE WHEN phrase.query = phrase.words THEN 1 ELSE coalesce(avg((near.words @@ phrase.query)::int), 0) END AS share
    FROM (SELECT document.words FROM search_document document WHERE phrase.query <> phrase.words AND document.words @@ phrase.words LIMIT ${mostRead}) near
  ) in_order
  ORDER BY place`;

const alikeSql = `
  SELECT typed.word AS typed, fold(typed.word) AS folded, near.* FROM unnest($1::text[]) typed(word) CROSS JOIN LATERAL (
    SELECT term, shown, documents FROM search_term WHERE term % fold(typed.word) AND term <> fold(typed.word)
    ORDER BY similarity(term, fold(typed.word)) DESC, documents DESC, term LIMIT ${mostAlike}
  ) near`;

/** How much the words of a text tell, of how rare they are among all that people write. */
@Injectable()
export class TermStatistics {
  /** By the texts that were asked together: of two that mean the same, one is left out. */
  private readonly remembered = new Map<string, { phrases: PhraseStatistic[]; until: number }>();

  constructor(private readonly dataSource: DataSource) {}

  /** `words`: distinct; a few hundred at most. A word that nobody has written counts as the nearest one that somebody has. */
  async of(words: readonly string[]): Promise<TextStatistics> {
    const [rows, [around]]: [Row[], { total: number }[]] = await Promise.all([
      this.dataSource.query(statisticsSql, [words]),
      this.dataSource.query(
        `SELECT CASE WHEN reltuples > 1000 THEN reltuples::int ELSE (SELECT count(*)::int FROM search_document) END AS total
         FROM pg_class WHERE oid = 'search_document'::regclass`,
      ),
    ]);
    const { total = 0 } = around ?? {};
    const told = await this.spelt(await this.counted(toldApart(rows)));
    // What most texts hold says nothing in either language.
    return { terms: told.map(({ isStopElsewhere, ...term }) => ({ ...term, isEmpty: term.isEmpty || (isStopElsewhere && term.documents >= total / 20) })), total };
  }

  /** How much phrases tell, their words one after the other, in French or in English; those of empty words alone are left out, and of two that mean the same the first stays. */
  async phrases(texts: readonly string[]): Promise<PhraseStatistic[]> {
    if (texts.length === 0) return [];
    const asked = texts.join('\n');
    const known = this.remembered.get(asked);
    if (known && known.until > Date.now()) return known.phrases;
    const phrases: PhraseStatistic[] = await this.dataSource.query(phrasesSql, [texts]);
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    if (phrases.some(({ documents }) => documents >= frequent)) this.remembered.set(asked, { phrases, until: Date.now() + rememberedMs });
    return phrases;
  }

  /** The lexicon leaves out short words and those with digits: these are looked up in the texts. */
  private async counted(terms: readonly ToldApart[]): Promise<ToldApart[]> {
    const unknown = terms.filter(({ documents, isEmpty }) => documents === 0 && !isEmpty);
    if (unknown.length === 0) return [...terms];
    const rows: { documents: number }[] = await this.dataSource.query(
      `SELECT search_frequency(asked.query::tsquery) AS documents FROM unnest($1::text[]) WITH ORDINALITY AS asked(query, place) ORDER BY place`,
      [unknown.map(({ query }) => query)],
    );
    const found = new Map(unknown.map(({ word }, i) => [word, rows[i]?.documents ?? 0]));
    return terms.map((term) => ({ ...term, documents: found.get(term.word) ?? term.documents }));
  }

  private async spelt(terms: readonly ToldApart[]): Promise<ToldApart[]> {
    const isMisspelt = ({ word, documents, isEmpty }: ToldApart): boolean => documents === 0 && !isEmpty && word.length >= shortestMisspelt && !/\p{N}/u.test(word);
    const misspelt = terms.filter(isMisspelt).map(({ word }) => word);
    if (misspelt.length === 0) return [...terms];
    const candidates: Candidate[] = await this.dataSource.query(alikeSql, [misspelt]);
    const meant = new Map(misspelt.flatMap((word) => nearest(candidates.filter(({ typed }) => typed === word)).slice(0, 1).map(({ term }) => [word, term] as const)));
    if (meant.size === 0) return [...terms];
    const better: Row[] = await this.dataSource.query(statisticsSql, [[...new Set(meant.values())]]);
    return terms.map((term) => ({ ...term, ...toldApart(better).find(({ word }) => word === meant.get(term.word)) }));
  }
}

interface ToldApart extends TermStatistic {
  /** It would be an empty word in the other language: in a French text « car » says nothing, in an English one it drives. */
  isStopElsewhere: boolean;
}

/** Those that are empty in both languages have no stem. */
function toldApart(rows: readonly Row[]): ToldApart[] {
  const telling = tellingOf(rows);
  return rows.flatMap(({ isFrenchStop: _french, isEnglishStop: _english, query, ...term }, i) => {
    return query === null ? [] : [{ ...term, query, isEmpty: telling[i] === 'empty', isStopElsewhere: telling[i] === 'elsewhere' }];
  });
}
