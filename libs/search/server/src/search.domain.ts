import type { Domain } from '@parvis/platform/server';
import { SearchDocumentEntity } from './document/search-document.entity.ts';
import { Search1764107000000 } from './migrations/1764107000000-search.migration.ts';
import { SearchWeeks1764107003000 } from './migrations/1764107003000-search-weeks.migration.ts';
import { FilesSearch1764122000000 } from './migrations/1764122000000-files-search.migration.ts';
import { SearchSpans1764125050000 } from './migrations/1764125050000-search-spans.migration.ts';
import { TermStatistics1764132000000 } from './migrations/1764132000000-term-statistics.migration.ts';
import { Contributions1764132100000 } from './migrations/1764132100000-contributions.migration.ts';
import { SearchFrequency1764143000000 } from './migrations/1764143000000-search-frequency.migration.ts';
import { SearchFrequencyEstimate1764146000000 } from './migrations/1764146000000-search-frequency-estimate.migration.ts';
import { WordsAtOnce1764146100000 } from './migrations/1764146100000-words-at-once.migration.ts';
import { SearchOwned1764200030100 } from './migrations/1764200030100-search-owned.migration.ts';
import { SearchModule } from './search.module.ts';
import { SearchTermEntity } from './term/search-term.entity.ts';
import { SearchUnreadEntity } from './term/search-unread.entity.ts';

export const searchDomain: Domain = {
  name: 'search',
  module: SearchModule,
  entities: [SearchDocumentEntity, SearchTermEntity, SearchUnreadEntity],
  migrations: [Search1764107000000, SearchWeeks1764107003000, FilesSearch1764122000000, SearchSpans1764125050000, TermStatistics1764132000000, Contributions1764132100000, SearchFrequency1764143000000, SearchFrequencyEstimate1764146000000, WordsAtOnce1764146100000, SearchOwned1764200030100],
};
