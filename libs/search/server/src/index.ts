export { DocumentSearch, type WeighedDocument } from './document/document-search.ts';
export { extractOf, marked, type IsMatch, type TextPiece } from './highlight/extract.ts';
export { Highlighter } from './highlight/highlighter.ts';
export { searchDomain } from './search.domain.ts';
export { declareSearchKind, type SearchKind } from './search-kind.ts';
export { emptyInSql, tellingOf, type EmptyIn } from './query/empty-words.ts';
export { SearchModule } from './search.module.ts';
export { TextPieceType } from './search.type.ts';
export { SearchService } from './search.service.ts';
export { Lexicon } from './term/lexicon.ts';
export { TermStatistics, type PhraseStatistic } from './term/term-statistics.ts';
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
