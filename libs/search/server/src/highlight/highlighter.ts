import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { emptyInSql, tellingOf, type EmptyIn } from '../query/empty-words.ts';
import { folded } from '../query/search-words.ts';
import { wordsOf, type IsMatch } from './extract.ts';

interface Wanted extends EmptyIn {
  word: string;
  /** The words of the texts with a stem in common. */
  same: string[];
}

/** Empty words to a reader, which PostgreSQL's lists lack: « les » would mark every « le ». */
const unlisted = new Set(['les', 'cet', 'cette', 'ils', 'elles', 'leurs', 'est']);

// « The » has a stem in French and « le » one in English: which words are empty is asked of the languages apart.
const wantedSql = `
  WITH said AS MATERIALIZED (SELECT word, tsvector_to_array(search_words(word)) AS stems FROM unnest($1::text[]) word)
  SELECT word, ${emptyInSql('french', 'english')}, ARRAY(SELECT said.word FROM said WHERE said.stems && (french || english)) AS same
  FROM unnest($2::text[]) WITH ORDINALITY AS wanted(word, place)
    CROSS JOIN LATERAL (SELECT tsvector_to_array(to_tsvector('french', fold(word))) AS french, tsvector_to_array(to_tsvector('english', fold(word))) AS english) of_language
  ORDER BY place`;

/** Says which words of what was found are what was looked for: those of the same stem, and those that begin as the last one while it is being typed. */
@Injectable()
export class Highlighter {
  constructor(private readonly dataSource: DataSource) {}

  /** `texts`: all that will be marked, asked for in one statement. */
  matcher({ words, isTyping }: { words: { wanted: readonly string[] }; isTyping: boolean }, texts: readonly string[]): Promise<IsMatch> {
    return this.ofWords([words.wanted], texts, isTyping);
  }

  /** The same for words by themselves, those that stand together in one list each; empty words count only where a list has no others. `isTyping`: the last word may go on. */
  async ofWords(together: readonly (readonly string[])[], texts: readonly string[], isTyping = false): Promise<IsMatch> {
    const wanted = together.flat();
    const words = wordsOf(texts.join(' '));
    if (words.length === 0 || wanted.length === 0) return () => false;
    const rows: Wanted[] = await this.dataSource.query(wantedSql, [beginningAs(wanted, words), wanted]);
    const told = together.flatMap((list, i) => {
      const before = together.slice(0, i).flat().length;
      return telling(rows.slice(before, before + list.length));
    });
    const same = new Set(told.flatMap((one) => one.same));
    const last = isTyping ? rows.at(-1) : undefined;
    const begun = last && folded(last.word);
    const isWhole = last !== undefined && told.includes(last);
    return (word) => same.has(word) || (begun !== undefined && folded(word).startsWith(begun) && (isWhole || folded(word) !== begun));
  }
}

/** Forms of one word begin alike: of all the words of long texts, few need be asked for their stems. « Dying » is a form of « die ». */
function beginningAs(wanted: readonly string[], words: readonly string[]): string[] {
  const beginnings = new Set(wanted.map(beginningOf));
  return words.filter((word) => {
    const beginning = beginningOf(word);
    return beginnings.has(beginning) || beginning.length < 2 || !/^[a-z0-9]+$/.test(beginning);
  });
}

const ligatures: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss' };
const beginningOf = (word: string): string => folded(word).replace(/[œæß]/g, (letter) => ligatures[letter] ?? letter).slice(0, 2).replace(/(?<=.)y/, 'i');

function telling(words: readonly Wanted[]): readonly Wanted[] {
  const isTelling = tellingOf(words).map((told, i) => told !== 'empty' && !unlisted.has(folded(words[i]?.word ?? '')));
  return isTelling.includes(true) ? words.filter((_, i) => isTelling[i]) : words;
}
