import type { Viewer } from '@parvis/identity/server';

export const searchKinds = ['person', 'community', 'post', 'comment'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Something found. */
export interface SearchHit {
  kind: SearchKind;
  id: string;
  /** The page where it is shown: its own id, or the post's for a comment. */
  targetId: string;
  title: string;
  /** Plain text, at most about 200 characters. */
  extract: string;
}

/** Finds things of one kind. The domain that owns them registers it; it answers only what `viewer` may see, best first. */
export interface SearchSource {
  kind: SearchKind;
  search(viewer: Viewer, text: string, limit: number): Promise<SearchHit[]>;
}

/** SQL: the words of the query, stemmed in French and in English; `query` is an SQL expression. Goes with `textSearchVector`. */
export const textSearchQuery = (query: string): string => `(websearch_to_tsquery('french', fold(${query})) || websearch_to_tsquery('english', fold(${query})))`;

/** SQL: the stems of a text, as the indexes hold them. */
export const textSearchVector = (text: string): string => `(to_tsvector('french', fold(${text})) || to_tsvector('english', fold(${text})))`;

const extractLength = 200;

/** The part of a text around the first of the words looked for. */
export function extractAround(text: string, words: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= extractLength) return line;
  const first = words.toLowerCase().split(/\s+/)[0] ?? '';
  const at = Math.max(0, line.toLowerCase().indexOf(first) - extractLength / 4);
  const start = at === 0 ? 0 : line.indexOf(' ', at) + 1;
  // The cut may fall within a character that takes two units of a string.
  const piece = line.slice(start, start + extractLength).replace(/[\uD800-\uDBFF]$/, '').trimEnd();
  return `${start > 0 ? '…' : ''}${piece}${start + extractLength < line.length ? '…' : ''}`;
}
