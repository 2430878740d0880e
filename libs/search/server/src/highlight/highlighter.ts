import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { folded } from '../query/search-words.ts';
import { wordsOf, type IsMatch } from './extract.ts';

/** Says which words of what was found are what was looked for: those of the same stem, and those that begin as the last one while it is being typed. */
@Injectable()
export class Highlighter {
  constructor(private readonly dataSource: DataSource) {}

  /** `texts`: all that will be marked, asked for in one statement. */
  matcher({ words, isTyping }: { words: { wanted: readonly string[] }; isTyping: boolean }, texts: readonly string[]): Promise<IsMatch> {
    return this.ofWords(words.wanted, texts, isTyping);
  }

  /** The same for words by themselves; `isTyping`: the last one may go on. */
  async ofWords(wanted: readonly string[], texts: readonly string[], isTyping = false): Promise<IsMatch> {
    const words = wordsOf(texts.join(' '));
    if (words.length === 0 || wanted.length === 0) return () => false;
    const rows: { word: string }[] = await this.dataSource.query(
      `SELECT word FROM unnest($1::text[]) word WHERE tsvector_to_array(search_words(word)) && tsvector_to_array(search_words($2))`,
      [words, wanted.join(' ')],
    );
    const same = new Set(rows.map(({ word }) => word));
    const begun = isTyping ? wanted.slice(-1).map(folded) : [];
    return (word) => same.has(word) || begun.some((start) => folded(word).startsWith(start));
  }
}
