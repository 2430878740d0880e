import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, PreparedStatements } from '@parvis/platform/server';
import type { SearchKind } from '../search-kind.ts';
import type { DocumentSource, FilterName, FoundDocument, SearchFilter, SearchFindings, SearchRequest, SearchSource } from '../search-source.ts';
import { anyFoundSql, rankedSql, weighedSql } from './document-sql.ts';

/** Counts end here, and only so many of the newest matches are compared with each other. */
export const mostCandidates = 500;

interface Row {
  id: string;
  author_id: string | null;
  community_id: string | null;
  written_at: Date;
  score: number;
  count: number;
}

/** What is asked of texts that are to be weighed against a long question. */
export interface WeighedRequest {
  /** As text of a tsquery: the texts that are looked at. */
  query: string;
  /** What each term weighs, by its tsquery, and what share of all that is asked it is. */
  terms: readonly { query: string; weight: number; share: number }[];
  /** Only what was written before; null: all. */
  until: Date | null;
  /** So many of the newest. */
  most: number;
}

/** Something written, and how much of what is asked stands in it: the weights of its terms, somewhat damped. */
export interface WeighedDocument {
  id: string;
  kind: SearchKind;
  facet: string | null;
  authorId: string | null;
  communityId: string | null;
  writtenAt: Date;
  weight: number;
  /** How much of what is asked stands in it, however often: from 0 to 1. */
  coverage: number;
}

/** Search over what people write, whatever domain it belongs to. */
@Injectable()
export class DocumentSearch {
  private readonly documents = new Map<SearchKind, DocumentSource>();

  constructor(private readonly prepared: PreparedStatements) {}

  /** The source to register with search for things of this kind. */
  sourceOf(documents: DocumentSource): SearchSource {
    this.documents.set(documents.kind, documents);
    const filters: FilterName[] = ['authorId', 'communityId', 'facet', 'from', 'to'];
    return { kind: documents.kind, filters, search: (viewer, request) => this.search(documents, viewer, request) };
  }

  isDocument = (kind: SearchKind): boolean => this.documents.has(kind);

  /** Which of the queries (texts of tsquery) find anything that the viewer may see, of any of the kinds. */
  async findingAny(viewer: Viewer, queries: readonly string[], kinds: readonly SearchKind[]): Promise<boolean[]> {
    const sources = kinds.flatMap((kind) => this.documents.get(kind) ?? []);
    if (queries.length === 0 || sources.length === 0) return queries.map(() => false);
    const rows = await this.prepared.query<{ found: boolean }>(anyFoundSql(sources), [viewer.personId, queries]);
    return rows.map(({ found }) => found);
  }

  /** The newest texts of one kind that hold what is asked and that the viewer may see, weighed. */
  async weighed(viewer: Viewer, kind: SearchKind, { query, terms, until, most }: WeighedRequest): Promise<WeighedDocument[]> {
    const source = this.documents.get(kind);
    if (!source || terms.length === 0) return [];
    const rows = await this.prepared.query<Omit<WeighedDocument, 'kind'>>(weighedSql(source), [
      viewer.personId, query, until, most, terms.map((term) => term.query), terms.map(({ weight }) => weight), terms.map(({ share }) => share),
    ]);
    return rows.map((row) => ({ ...row, kind }));
  }

  /** What things of one kind say, which the viewer has been let see. */
  read = async (kind: SearchKind, ids: readonly string[]): Promise<FoundDocument[]> => (ids.length === 0 ? [] : ((await this.documents.get(kind)?.read(ids)) ?? []));

  private async search(documents: DocumentSource, viewer: Viewer, { plan, filter, page, most }: SearchRequest): Promise<SearchFindings> {
    if (plan.query === null) return { ...connection([], page, () => ''), count: 0, isMore: false };
    const after = page.after ? decodeCursor(page.after, ['position', 'position', 'id']) : null;
    const asOf = after ? Number(after[0]) : Date.now();
    const until = after ? new Date(Math.min(asOf, filter.to?.getTime() ?? asOf)) : filter.to;
    const isOfFew = filter.authorId !== null || filter.communityId !== null;
    const rows = await this.prepared.query<Row>(rankedSql(documents, isOfFew), [
      viewer.personId, plan.query, marksOf(filter), filter.from, until, new Date(asOf), after?.[1] ?? null, after?.[2] ?? null, page.first + 1, most, ...(isOfFew ? [] : [plan.loose]),
    ]);
    const counted = Number(rows[0]?.count ?? 0);
    const ids = rows.slice(0, page.first).map(({ id }) => id);
    const said = new Map((ids.length > 0 ? await documents.read(ids) : []).map((found) => [found.id, found]));
    const pageOfRows = connection(rows, page, ({ score, id }) => encodeCursor(asOf, Number(score), id));
    const edges = pageOfRows.edges.flatMap(({ cursor, node: row }) => {
      const found = said.get(row.id);
      return found ? [{ cursor, node: { targetType: documents.kind, commentId: null, ...found, kind: documents.kind, authorId: row.author_id, communityId: row.community_id, writtenAt: row.written_at } }] : [];
    });
    return { edges, pageInfo: pageOfRows.pageInfo, count: Math.min(counted, most), isMore: counted > most };
  }
}

const marksOf = ({ authorId, communityId, facet }: SearchFilter): string[] => [
  ...(authorId ? [`author ${authorId}`] : []),
  ...(communityId ? [`community ${communityId}`] : []),
  ...(facet ? [`facet ${facet}`] : []),
];
