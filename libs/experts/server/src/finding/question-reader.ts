import { Injectable } from '@nestjs/common';
import type { SkillInText } from '@parvis/people/server';
import { TermStatistics } from '@parvis/search/server';
import { SkillTerms, type SkillTerm } from './skill-terms.ts';

/** A word of a question, with what it weighs: the rarer it is in the company, the more. */
export interface QuestionTerm {
  /** As text of a tsquery. */
  query: string;
  weight: number;
  /** Of all that is asked, from 0 to 1. Other words for a skill come on top. */
  share: number;
}

/** A question, taken apart. */
export interface ReadQuestion {
  terms: QuestionTerm[];
  /** As text of a tsquery, the texts worth weighing; null: no word says anything. */
  query: string | null;
  /** As text of a tsquery, texts that hold all of the most telling words, which are worth weighing however old; null: too few words. */
  precise: string | null;
  /** The words that count, those of a phrase together, to mark them in what is shown. */
  words: string[][];
  /** Without their #, lower-cased. */
  tags: string[];
  /** The skills of the taxonomy that the text names, in either language. */
  skills: SkillInText[];
  /** How much of the question is the names of skills: from 0 to 1, by the number of words. */
  named: number;
}

/** Of a long text, so many characters and different words are read, and so many of the most telling words are looked for. */
const mostCharacters = 4_000;
const mostWords = 120;
const mostTerms = 16;
/** What stands in the first line counts double, like a title; a word that is said again counts once more, no further. */
const inTitle = 2;
const mostRepeats = 2;
/** A word of fewer texts is looked for by itself; more frequent ones only together with one of the two rarest of them: their lists alone are read whole then. */
const rare = 2_000;
const mostFrequent = 6;
const mostPaired = 2;
/** A text that holds so many of the most telling words may be about just that. */
const precisely = 3;
/** Words of asking and of courtesy, that say nothing of what is asked, folded; PostgreSQL's lists of empty words lack them (« les » among others). */
const askingWords = new Set(
  `les quel quels quelle quelles comment pourquoi quand quoi combien est cela ceci cette faut faire fait peut puis pouvez sait savez savoir connait connaitre quelqu quelque personne cherche
   besoin aide aider question bonjour bonsoir salut merci avance svp stp plait idee
   know knows known anyone anybody someone somebody somewhere please thanks thank hello hi help need needs looking question ask idea`.match(/\S+/g),
);

/** A word or a phrase that tells, in so many texts. */
interface Telling {
  words: string[];
  query: string;
  weight: number;
  /** How much of the question a text answers that holds it: as `weight`, however many stems it is. */
  tells: number;
  /** Of the question itself: 0 for other words that say the same. */
  asks: number;
  documents: number;
}

/** Reads what somebody wants to know: the words that tell, each by how rare it is. */
@Injectable()
export class QuestionReader {
  constructor(
    private readonly statistics: TermStatistics,
    private readonly skillTerms: SkillTerms,
  ) {}

  /** `tags`: hashtags beside those in the text. `apart`: the words of skills are looked for one by one, like any other. */
  async read(text: string, tags: readonly string[], { apart = false } = {}): Promise<ReadQuestion> {
    const start = text.slice(0, mostCharacters).replaceAll('\u0000', '');
    const counts = countedWords(start, tags);
    const [{ terms, total }, named] = await Promise.all([this.statistics.of([...counts.keys()].slice(0, mostWords)), this.skillTerms.in([start, ...tags].join('\n'))]);
    const said = counts.size;
    const phrases = (apart ? [] : named.terms).flatMap((term) => tellingPhrases(term, takeOut(counts, term.words), total));
    const words = terms
      .filter(({ word, documents, isEmpty }) => !isEmpty && documents > 0 && counts.has(word))
      .map(({ word, query, documents, forms }): Telling => {
        const tells = (counts.get(word) ?? 0) * idf(documents, total);
        return { words: [word], query, documents, tells, asks: tells, weight: tells * forms };
      });
    const telling = [...phrases, ...words].sort((one, other) => other.weight - one.weight).slice(0, mostTerms);
    const asked = telling.reduce((sum, { asks }) => sum + asks, 0) || 1;
    return {
      terms: telling.map(({ query, weight, tells }) => ({ query, weight, share: tells / asked })),
      query: queryOf(telling),
      precise: preciseOf(telling),
      words: telling.map((term) => term.words),
      tags: [...new Set([...tags, ...(start.match(/(?<=#)[\p{L}\p{N}_-]+/gu) ?? [])].map((tag) => tag.replace(/^#/, '').toLowerCase()))].slice(0, 20),
      skills: named.skills,
      named: apart ? 0 : Math.min(new Set(named.terms.flatMap((term) => term.words)).size / Math.max(said, 1), 1),
    };
  }
}

/** Takes the words of a skill out of those that count by themselves; returns how often they stood there together. */
function takeOut(counts: Map<string, number>, words: readonly string[]): number {
  const parts = new Set(words);
  const said = [...counts].filter(([word]) => parts.has(folded(word)));
  const times = Math.min(...said.map(([, count]) => count), inTitle + mostRepeats);
  for (const [word, count] of said) {
    if (count > times) counts.set(word, count - times);
    else counts.delete(word);
  }
  return times;
}

/** However it is said, a skill is as rare as all that is written about it. */
function tellingPhrases({ phrases }: SkillTerm, times: number, total: number): Telling[] {
  const tells = times * idf(phrases.reduce((sum, { documents }) => sum + documents, 0), total);
  return phrases.map(({ text, query, documents, forms, nearness }, place) => ({
    words: text.match(/[\p{L}\p{N}]+/gu) ?? [], query, documents, tells: tells * nearness, asks: place === 0 ? tells : 0, weight: tells * forms * nearness,
  }));
}

const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

function countedWords(text: string, tags: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (part: string, weight: number): void => {
    for (const [word] of part.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
      if (word.length < 2 || word.length > 40 || askingWords.has(folded(word))) continue;
      counts.set(word, Math.min((counts.get(word) ?? 0) + weight, inTitle + mostRepeats));
    }
  };
  const [title = '', ...body] = text.trim().split('\n');
  add(title, inTitle);
  add(tags.join(' '), inTitle);
  add(body.join(' '), 1);
  return counts;
}

/** Robertson and Spärck Jones, as in BM25. */
const idf = (documents: number, total: number): number => Math.log(1 + (Math.max(total - documents, 0) + 0.5) / (documents + 0.5));

/** Every rare word by itself, frequent ones by two; a single frequent one when there is nothing else. */
function queryOf(terms: readonly Telling[]): string | null {
  const rareOnes = terms.filter(({ documents }) => documents <= rare).map(({ query }) => `(${query})`);
  const frequent = terms.filter(({ documents }) => documents > rare).slice(0, mostFrequent).sort((one, other) => one.documents - other.documents).map(({ query }) => `(${query})`);
  const pairs = frequent.slice(0, mostPaired).flatMap((one, i) => (i + 1 < frequent.length ? `(${one} & (${frequent.slice(i + 1).join(' | ')}))` : []));
  const parts = [...rareOnes, ...pairs];
  return parts.length > 0 ? parts.join(' | ') : (frequent[0] ?? null);
}

function preciseOf(terms: readonly Telling[]): string | null {
  const best = terms.filter(({ asks }) => asks > 0).slice(0, precisely).map(({ query }) => `(${query})`);
  return best.length < 2 ? null : best.join(' & ');
}
