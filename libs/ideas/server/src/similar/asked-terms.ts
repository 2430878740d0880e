import { Injectable } from '@nestjs/common';
import { emptyInSql, tellingOf, type EmptyIn } from '@parvis/search/server';
import { DataSource } from 'typeorm';
import { concepts } from './concepts.ts';

/** One way in which a word that is asked for may stand in an idea: as itself, as a word that means the same, as one that begins alike. Any of its terms will do. */
export interface AskedForm {
  /** Place of the word among all: of its forms, the one that tells most counts. */
  word: number;
  terms: string[];
  /** How much it counts, beside how rare it is. */
  weight: number;
}

interface Meanings {
  stems: string[][];
  conceptsOf: Map<string, number[]>;
}

interface Stemmed extends EmptyIn {
  word: string;
  stems: string[];
}

const mostWords = 300;
const titleShare = 2;
/** Of a word that means the same, and of one that begins alike. */
const shares = { concept: 0.9, beginning: 0.4 };
const shortestBegun = 6;
const begunLength = 5;
/** What the stemmers’ lists of empty words leave in, and numbers: they make any two ideas look alike. */
const saysLittle = new Set(
  `les très tres plus moins tout toute toutes tous aussi chez quand sans comme entre chaque chacun personne rien fois faire fait être etre avoir peut doit faut ainsi alors après apres avant
   encore toujours jamais trop peu beaucoup bien deux trois quatre cinq six sept huit neuf dix vingt trente cent mille premier première autre autres plutôt
   every everybody nobody somebody something nothing one two three four five six seven eight nine ten twenty thirty hundred get make made many much still away also without
   jour jours jour-là semaine semaines mois an ans année années day days week weeks month months year years time`.split(/\s+/),
);

const stemsSql = `
  SELECT word, ${emptyInSql('french', 'english')}, ARRAY(SELECT DISTINCT unnest(french || english)) AS stems
  FROM unnest($1::text[]) WITH ORDINALITY AS asked(word, place)
    CROSS JOIN LATERAL (SELECT tsvector_to_array(to_tsvector('french', fold(word))) AS french, tsvector_to_array(to_tsvector('english', fold(word))) AS english) of_language
  ORDER BY place`;

/** Turns what somebody writes into what is looked for: its words, words that mean the same, words that begin alike. */
@Injectable()
export class AskedTerms {
  /** Stems of each concept, and the concepts of each stem; made once, as the list is part of the program. */
  private known: Promise<Meanings> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  async of({ title, text }: { title: string; text: string }): Promise<AskedForm[]> {
    const inTitle = wordsOf(title);
    const words = [...new Set([...inTitle, ...wordsOf(text)])].slice(0, mostWords);
    if (words.length === 0) return [];
    const rows: Stemmed[] = await this.dataSource.query(stemsSql, [words]);
    const telling = tellingOf(rows);
    const told = rows.filter(({ word, stems }, i) => telling[i] !== 'empty' && stems.length > 0 && !saysLittle.has(word));
    const meant = await (this.known ??= this.stemmedConcepts());
    const titled = new Set(inTitle);
    return told.flatMap(({ word, stems }, place) => formsOf(stems, meant).map(({ terms, share }) => ({ word: place + 1, terms, weight: share * (titled.has(word) ? titleShare : 1) })));
  }

  private async stemmedConcepts(): Promise<Meanings> {
    const rows: { stems: string[] }[] = await this.dataSource.query(
      `SELECT ARRAY(SELECT DISTINCT unnest(tsvector_to_array(search_words(concept)))) AS stems FROM unnest($1::text[]) WITH ORDINALITY AS known(concept, place) ORDER BY place`,
      [concepts],
    );
    const conceptsOf = new Map<string, number[]>();
    rows.forEach(({ stems }, i) => stems.forEach((stem) => conceptsOf.set(stem, [...(conceptsOf.get(stem) ?? []), i])));
    return { stems: rows.map(({ stems }) => stems), conceptsOf };
  }
}

function formsOf(stems: readonly string[], meant: Meanings): { terms: string[]; share: number }[] {
  const begun = stems.filter(({ length }) => length >= shortestBegun).map((stem) => `${stem.slice(0, begunLength)}*`);
  const concepts = [...new Set(stems.flatMap((stem) => meant.conceptsOf.get(stem) ?? []))];
  return [
    { terms: [...stems], share: 1 },
    ...(begun.length > 0 ? [{ terms: [...new Set(begun)], share: shares.beginning }] : []),
    ...concepts.map((concept) => ({ terms: meant.stems[concept] ?? [], share: shares.concept })),
  ];
}

const wordsOf = (text: string): string[] => (text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).slice(0, mostWords);
