import type { Viewer } from '@parvis/identity/server';
import type { Connection, PageRequest } from '@parvis/platform/server';
import type { SearchPlan } from './query/search-plan.ts';
import type { SearchKind } from './search-kind.ts';

/** Narrows a search down; null: not by this. */
export interface SearchFilter {
  authorId: string | null;
  communityId: string | null;
  /** A finer kind, as the source names it: « question » for posts. */
  facet: string | null;
  from: Date | null;
  /** Not included. */
  to: Date | null;
}

export type FilterName = keyof SearchFilter;

export const noFilter: SearchFilter = { authorId: null, communityId: null, facet: null, from: null, to: null };

/** Something found, before what matches in it is marked. */
export interface SearchHit {
  kind: SearchKind;
  id: string;
  /** What has the page where it is shown, and its kind: itself, or the post for a comment. */
  targetId: string;
  targetType: string;
  /** The comment on that page which it is, or stands in. */
  commentId: string | null;
  /** What it is called; null: it has no name. */
  title: string | null;
  /** All that it says, from which the extract is cut. */
  text: string;
  authorId: string | null;
  /** Who wrote it on behalf of its author; left out or null: the author. */
  writtenById?: string | null;
  communityId: string | null;
  writtenAt: Date | null;
}

export interface SearchRequest {
  plan: SearchPlan;
  filter: SearchFilter;
  page: PageRequest;
  /** Whether a source may look for nearly the same words by itself: asked only when the words as they are find nothing. */
  isForgiving: boolean;
  /** Where counting stops, and with it the search for better matches: 1 to `mostCandidates`. */
  most: number;
}

/** A page of hits, with the number of all of them up to `most`. */
export interface SearchFindings extends Connection<SearchHit> {
  count: number;
  /** Whether there are more than `count`. */
  isMore: boolean;
}

/** Finds things of one kind. The domain that owns them registers it; it answers only what `viewer` may see, and counts nothing else. */
export interface SearchSource {
  kind: SearchKind;
  /** The filters that mean something for it: under others it is left out. */
  filters: readonly FilterName[];
  search(viewer: Viewer, request: SearchRequest): Promise<SearchFindings>;
}

/** What a hit shows of something written. */
export interface FoundDocument {
  id: string;
  targetId: string;
  /** Left out: of its own kind. */
  targetType?: string;
  /** Left out: none. */
  commentId?: string | null;
  title: string | null;
  text: string;
  /** Who wrote it on behalf of its author; left out or null: the author. */
  writtenById?: string | null;
}

/**
 * Things that people write, which triggers put into `search_document`. Registered by `DocumentSearch.register`; the words, the filters, the order and
 * the counts are then search's business, the rule of who may see them stays the domain's.
 */
export interface DocumentSource {
  kind: SearchKind;
  /** SQL condition: the thing with this id exists and the viewer may see it. The arguments are SQL expressions. */
  visibleTo(id: string, viewer: string): string;
  /** What to show of things that `visibleTo` has let through, in any order. */
  read(ids: readonly string[]): Promise<FoundDocument[]>;
}

/** SQL: the stems of a text in French and in English, for a domain with an index of its own, which must be written exactly so. */
export const textSearchVector = (text: string): string => `(to_tsvector('french', fold(${text})) || to_tsvector('english', fold(${text})))`;
