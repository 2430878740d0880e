import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, PreparedStatements } from '@parvis/platform/server';
import type { SearchPlan } from '../query/search-plan.ts';
import type { SearchKind } from '../search-kind.ts';
import type { DocumentSource, FilterName, SearchFilter, SearchFindings, SearchRequest, SearchSource } from '../search-source.ts';
import { anyFoundSql, rankedSql } from './document-sql.ts';

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
  async findingAny(viewer: Viewer, plan: SearchPlan, queries: readonly string[], kinds: readonly SearchKind[]): Promise<boolean[]> {
    const sources = kinds.flatMap((kind) => this.documents.get(kind) ?? []);
    if (queries.length === 0 || sources.length === 0) return queries.map(() => false);
    const rows = await this.prepared.query<{ found: boolean }>(anyFoundSql(sources), [viewer.personId, plan.readable, queries]);
    return rows.map(({ found }) => found);
  }

  private async search(documents: DocumentSource, viewer: Viewer, { plan, filter, page, most }: SearchRequest): Promise<SearchFindings> {
    if (plan.query === null) return { ...connection([], page, () => ''), count: 0, isMore: false };
    const after = page.after ? decodeCursor(page.after, ['position', 'position', 'id']) : null;
    const asOf = after ? Number(after[0]) : Date.now();
    const until = after ? new Date(Math.min(asOf, filter.to?.getTime() ?? asOf)) : filter.to;
    const isOfFew = filter.authorId !== null || filter.communityId !== null;
    const rows = await this.prepared.query<Row>(rankedSql(documents, isOfFew), [
      viewer.personId, plan.query, plan.readable, marksOf(filter), filter.from, until, new Date(asOf), after?.[1] ?? null, after?.[2] ?? null, page.first + 1, most, ...(isOfFew ? [] : [plan.loose]),
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
