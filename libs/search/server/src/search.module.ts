import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { IdentityModule } from '@parvis/identity/server';
import { MediaModule } from '@parvis/media/server';
import { PeopleModule } from '@parvis/people/server';
import { CommunitiesSearch } from './adapters/communities.search.ts';
import { PeopleMergeSearch } from './adapters/people-merge.search.ts';
import { PeopleSearch } from './adapters/people.search.ts';
import { DocumentSearch } from './document/document-search.ts';
import { CommunityFilesQuery } from './file/community-files.query.ts';
import { CommunityFileResolver, CommunityFilesResolver } from './file/community-files.resolver.ts';
import { FilesSearch } from './file/files.search.ts';
import { Highlighter } from './highlight/highlighter.ts';
import { SearchPlanner } from './query/search-plan.ts';
import { SearchHitResolver } from './search-hit.resolver.ts';
import { SearchResolver } from './search.resolver.ts';
import { SearchService } from './search.service.ts';
import { Correction } from './term/correction.ts';
import { Lexicon } from './term/lexicon.ts';
import { TermStatistics } from './term/term-statistics.ts';

@Module({
  imports: [IdentityModule, MediaModule, PeopleModule, CommunitiesModule],
  providers: [
    SearchService,
    SearchPlanner,
    DocumentSearch,
    Highlighter,
    Lexicon,
    Correction,
    TermStatistics,
    SearchResolver,
    SearchHitResolver,
    PeopleSearch,
    PeopleMergeSearch,
    CommunitiesSearch,
    FilesSearch,
    CommunityFilesQuery,
    CommunityFilesResolver,
    CommunityFileResolver,
  ],
  exports: [SearchService, DocumentSearch, Highlighter, TermStatistics],
})
export class SearchModule {}
