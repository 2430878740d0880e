import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, platformErrors, searchWords, type Connection, type PageRequest } from '@parvis/platform/server';
import { DocumentSearch, mostCandidates } from './document/document-search.ts';
import { extractOf, marked, type IsMatch, type TextPiece } from './highlight/extract.ts';
import { Highlighter } from './highlight/highlighter.ts';
import { SearchPlanner, type SearchPlan } from './query/search-plan.ts';
import { byPlace, type SearchKind } from './search-kind.ts';
import { noFilter, type FilterName, type SearchFilter, type SearchFindings, type SearchHit, type SearchSource } from './search-source.ts';
import { Correction } from './term/correction.ts';

interface Looked {
  kind: SearchKind;
  findings: SearchFindings;
}

const maxPerKind = 20;
/** As one types, nobody reads further. */
const mostWhileTyping = 100;

/** Something found, ready to be shown. */
export interface MarkedHit extends Omit<SearchHit, 'title' | 'text'> {
  title: TextPiece[];
  extract: TextPiece[];
}

export interface SearchGroup {
  kind: SearchKind;
  count: number;
  isMore: boolean;
  hits: MarkedHit[];
}

export interface SearchAnswer {
  /** The words that were looked for: what was typed, or nearly the same words when nothing is written with those. */
  words: string;
  isCorrected: boolean;
  groups: SearchGroup[];
}

export interface Asked {
  text: string;
  /** Null: all. */
  kinds: readonly SearchKind[] | null;
  filter: SearchFilter;
  first: number;
  isTyping: boolean;
  isExact: boolean;
}

/** The one search over everything that domains have registered. What is asked is neither kept nor logged. */
@Injectable()
export class SearchService {
  private readonly sources = new Map<SearchKind, SearchSource>();

  constructor(
    private readonly planner: SearchPlanner,
    private readonly documents: DocumentSearch,
    private readonly correction: Correction,
    private readonly highlighter: Highlighter,
  ) {}

  register(source: SearchSource): void {
    this.sources.set(source.kind, source);
  }

  /** The best hits of each kind, with the number of all; kinds without a hit are left out. Errors: PAGE_TOO_LARGE. */
  async search(viewer: Viewer, { text, kinds, filter, first, isTyping, isExact }: Asked): Promise<SearchAnswer> {
    if (first < 1 || first > maxPerKind) throw platformErrors.pageTooLarge(maxPerKind);
    const words = searchWords(text);
    if (!words) return { words: '', isCorrected: false, groups: [] };
    const sources = this.asked(kinds, filter);
    const plan = await this.planner.plan(words, { isTyping });
    const request = { filter, page: { first, after: null }, most: isTyping ? mostWhileTyping : mostCandidates };
    const look = (wanted: readonly SearchSource[], by: SearchPlan, isForgiving: boolean): Promise<Looked[]> =>
      Promise.all(wanted.map(async (source) => ({ kind: source.kind, findings: await source.search(viewer, { ...request, plan: by, isForgiving }) })));
    const asTyped = await look(sources, plan, false);
    const written = sources.filter(({ kind }) => this.documents.isDocument(kind));
    const isWritten = asTyped.some(({ kind, findings }) => this.documents.isDocument(kind) && findings.count > 0);
    const kindsWritten = written.map(({ kind }) => kind);
    const missed = sources.filter(({ kind }) => !this.documents.isDocument(kind) && asTyped.some((group) => group.kind === kind && group.findings.count === 0));
    const isKnowable = written.length > 0 && !isWritten && !isTyping;
    const unknown = isKnowable ? await this.correction.unknown(viewer, plan, kindsWritten, set(filter).length > 0) : [];
    // Words that people do write are not misspelt names.
    const correct = async (): Promise<{ by: SearchPlan; looked: Looked[] } | null> => {
      if (isExact) return null;
      for await (const by of this.correction.plans(viewer, plan, unknown, kindsWritten)) {
        const looked = await look(written, by, false);
        if (looked.some(({ findings }) => findings.count > 0)) return { by, looked };
      }
      return null;
    };
    const [corrected, nearly] = await Promise.all([correct(), isWritten || (isKnowable && unknown.length === 0) ? [] : look(missed, plan, true)]);
    const better = [...nearly, ...(corrected?.looked ?? [])];
    const found = asTyped.map((group) => better.find(({ kind }) => kind === group.kind) ?? group).filter(({ findings }) => findings.count > 0);
    const isMatch = await this.highlighter.matcher(corrected?.by ?? plan, found.flatMap(({ findings }) => textsOf(findings)));
    return {
      words: corrected?.by.words.text ?? words,
      isCorrected: corrected !== null,
      groups: found.map(({ kind, findings: { count, isMore, edges } }) => ({ kind, count, isMore, hits: edges.map(({ node }) => shown(node, isMatch)) })),
    };
  }

  /** The hits of one kind, as typed, page by page, at most 500 of them. Errors: PAGE_TOO_LARGE, CURSOR_INVALID. */
  async hits(viewer: Viewer, text: string, kind: SearchKind, filter: SearchFilter, page: PageRequest): Promise<Connection<MarkedHit>> {
    const words = searchWords(text);
    const [source] = this.asked([kind], filter);
    if (!words || !source) return connection([], page, () => '');
    const plan = await this.planner.plan(words);
    const request = { plan, filter, page, most: mostCandidates };
    const asTyped = await source.search(viewer, { ...request, isForgiving: false });
    const findings = asTyped.count > 0 || this.documents.isDocument(kind) ? asTyped : await source.search(viewer, { ...request, isForgiving: true });
    const isMatch = await this.highlighter.matcher(plan, textsOf(findings));
    return { pageInfo: findings.pageInfo, edges: findings.edges.map(({ cursor, node }) => ({ cursor, node: shown(node, isMatch) })) };
  }

  /** The sources of these kinds for which the filters mean something. */
  private asked(kinds: readonly SearchKind[] | null, filter: SearchFilter): SearchSource[] {
    return [...this.sources.values()]
      .filter(({ kind, filters }) => (kinds === null || kinds.includes(kind)) && set(filter).every((name) => filters.includes(name)))
      .sort((one, other) => byPlace(one.kind, other.kind));
  }
}

const set = (filter: SearchFilter): FilterName[] => (Object.keys(noFilter) as FilterName[]).filter((name) => filter[name] !== null);

const textsOf = ({ edges }: SearchFindings): string[] => edges.flatMap(({ node: { title, text } }) => [title ?? '', text]);

const shown = ({ title, text, ...hit }: SearchHit, isMatch: IsMatch): MarkedHit => ({ ...hit, title: marked(title ?? '', isMatch), extract: extractOf(text, isMatch) });
