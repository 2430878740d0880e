import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import { DocumentSearch } from '../document/document-search.ts';
import { anyForm, SearchPlanner, type SearchPlan } from '../query/search-plan.ts';
import { withWord } from '../query/search-words.ts';
import type { SearchKind } from '../search-kind.ts';
import { editDistance } from './edit-distance.ts';

const shortest = 4;
const mostWords = 6;
const mostCompared = 40;
const mostCandidates = 5;

export interface Candidate {
  /** The misspelt word. */
  typed: string;
  folded: string;
  term: string;
  shown: string;
  documents: number;
}

const alike = `
  SELECT typed.word AS typed, fold(typed.word) AS folded, near.* FROM unnest($1::text[]) typed(word) CROSS JOIN LATERAL (
    SELECT term, shown, documents FROM search_term
    WHERE term % fold(typed.word) AND term <> fold(typed.word)
    ORDER BY similarity(term, fold(typed.word)) DESC, documents DESC, term LIMIT ${mostCompared}
  ) near`;

/**
 * Other words for a search that found nothing. Whether a word is misspelt, and what it should be, is decided by what the viewer may read alone: the
 * lexicon also holds words of places that they must not know of.
 */
@Injectable()
export class Correction {
  constructor(
    private readonly dataSource: DataSource,
    private readonly planner: SearchPlanner,
    private readonly documents: DocumentSearch,
  ) {}

  /** The words of a search that found nothing that stand nowhere where the viewer may read; `isNarrowed`: it was not made everywhere. */
  async unknown(viewer: Viewer, plan: SearchPlan, kinds: readonly SearchKind[], isNarrowed: boolean): Promise<string[]> {
    const typed = [...new Set(plan.words.wanted)].slice(0, mostWords);
    if (typed.length === 1 && !isNarrowed && !plan.words.isPrecise) return typed;
    const finds = await this.finding(viewer, typed, kinds);
    return typed.filter((_, i) => !finds[i]);
  }

  /**
   * Plans of words that are nearly the same as the unknown ones, until one is taken: of the nearest ones, then of the nearest of those that stand somewhere
   * where the viewer may read. Mostly the first is right, and nothing more is asked.
   */
  async *plans(viewer: Viewer, plan: SearchPlan, unknown: readonly string[], kinds: readonly SearchKind[]): AsyncGenerator<SearchPlan> {
    const misspelt = unknown.filter((word) => [...word].length >= shortest);
    if (plan.words.isPrecise || misspelt.length === 0) return;
    const near: Candidate[] = await this.dataSource.query(alike, [misspelt]);
    const candidates = misspelt.flatMap((word) => nearest(near.filter((candidate) => candidate.typed === word)));
    const likely = corrected(plan.words.text, misspelt, candidates);
    if (likely === null) return;
    yield this.planner.plan(likely);
    const useful = await this.finding(viewer, candidates.map(({ term }) => term), kinds);
    const readable = corrected(plan.words.text, misspelt, candidates.filter((_, i) => useful[i]));
    if (readable !== null && readable !== likely) yield this.planner.plan(readable);
  }

  private async finding(viewer: Viewer, words: readonly string[], kinds: readonly SearchKind[]): Promise<boolean[]> {
    if (words.length === 0) return [];
    const queries: { query: string }[] = await this.dataSource.query(
      `SELECT ${anyForm('word')}::text AS query FROM unnest($1::text[]) WITH ORDINALITY AS asked(word, place) ORDER BY place`,
      [words],
    );
    return this.documents.findingAny(viewer, queries.map(({ query }) => query), kinds);
  }
}

/** The text with the first candidate in place of each misspelt word; null when one has none. */
function corrected(text: string, misspelt: readonly string[], candidates: readonly Candidate[]): string | null {
  const better = misspelt.map((word) => ({ word, by: candidates.find(({ typed }) => typed === word)?.shown }));
  return better.every(({ by }) => by !== undefined) ? better.reduce((changed, { word, by = word }) => withWord(changed, word, by), text) : null;
}

/** Those that two slips of the keyboard explain at most (one in a short word), the fewest first; among equals, the word that people write more. */
export function nearest(candidates: readonly Candidate[]): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(candidate.folded, candidate.term) }))
    .filter(({ candidate, distance }) => distance <= ([...candidate.folded].length <= 5 ? 1 : 2))
    .sort((one, other) => one.distance - other.distance || other.candidate.documents - one.candidate.documents)
    .slice(0, mostCandidates)
    .map(({ candidate }) => candidate);
}
