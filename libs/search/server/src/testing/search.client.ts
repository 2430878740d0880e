import type { TestApi } from '@parvis/identity/server/testing';

interface Piece {
  text: string;
  isMatch: boolean;
}

/** A hit as a person reads it: what matched stands between brackets. */
export interface FoundHit {
  kind: string;
  id: string;
  targetId: string;
  title: string;
  extract: string;
}

export interface FoundGroup {
  kind: string;
  count: number;
  isMore: boolean;
  hits: FoundHit[];
}

export interface Found {
  words: string;
  isCorrected: boolean;
  groups: FoundGroup[];
}

const hit = `kind id targetId title { text isMatch } extract { text isMatch }`;
const SEARCH = `query ($text: String!, $kinds: [SearchKind!], $filter: SearchFilterInput, $first: Int! = 8, $isTyping: Boolean! = false, $isExact: Boolean! = false) {
  search(text: $text, kinds: $kinds, filter: $filter, first: $first, isTyping: $isTyping, isExact: $isExact) { words isCorrected groups { kind count isMore hits { ${hit} } } }
}`;
const HITS = `query ($text: String!, $kind: SearchKind!, $filter: SearchFilterInput, $first: Int, $after: String) {
  searchHits(text: $text, kind: $kind, filter: $filter, first: $first, after: $after) { edges { cursor node { ${hit} } } pageInfo { endCursor hasNextPage } }
}`;

const read = (pieces: Piece[]): string => pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
const readHit = <Hit extends { title: Piece[]; extract: Piece[] }>(found: Hit) => ({ ...found, title: read(found.title), extract: read(found.extract) });

/** Searches as somebody, for tests. */
export function aSearch(api: () => TestApi) {
  type Raw = Omit<FoundHit, 'title' | 'extract'> & { title: Piece[]; extract: Piece[] };

  async function answer(viewer: { id: string }, text: string, variables = {}): Promise<Found> {
    type Answer = { search: Omit<Found, 'groups'> & { groups: (Omit<FoundGroup, 'hits'> & { hits: Raw[] })[] } };
    const { search } = await api().as(viewer).send<Answer>(SEARCH, { text, ...variables });
    return { ...search, groups: search.groups.map((group) => ({ ...group, hits: group.hits.map(readHit) })) };
  }

  /** All hits, whatever their kind. */
  const hits = async (viewer: { id: string }, text: string, variables = {}): Promise<FoundHit[]> => (await answer(viewer, text, variables)).groups.flatMap((group) => group.hits);

  async function page(viewer: { id: string }, text: string, variables: object) {
    type Page = { searchHits: { edges: { cursor: string; node: Raw }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } };
    const { searchHits } = await api().as(viewer).send<Page>(HITS, { text, ...variables });
    return { hits: searchHits.edges.map(({ node }) => readHit(node)), ...searchHits.pageInfo };
  }
  return { answer, hits, page };
}
