export { DocumentSearch } from './document/document-search.ts';
export { searchDomain } from './search.domain.ts';
export { declareSearchKind, type SearchKind } from './search-kind.ts';
export { SearchModule } from './search.module.ts';
export { SearchService } from './search.service.ts';
export { Lexicon } from './term/lexicon.ts';
export {
  noFilter,
  textSearchVector,
  type DocumentSource,
  type FilterName,
  type FoundDocument,
  type SearchFilter,
  type SearchFindings,
  type SearchHit,
  type SearchRequest,
  type SearchSource,
} from './search-source.ts';
