export { extractAround, textSearchQuery, textSearchVector, type SearchHit, type SearchKind, type SearchSource } from './search-source.ts';
export { searchDomain } from './search.domain.ts';
export { SearchModule } from './search.module.ts';
export { SearchService } from './search.service.ts';
