import { Module } from '@nestjs/common';
import { CommunitiesModule } from '@parvis/communities/server';
import { PeopleModule } from '@parvis/people/server';
import { CommunitiesSearch } from './adapters/communities.search.ts';
import { PeopleSearch } from './adapters/people.search.ts';
import { SearchResolver } from './search.resolver.ts';
import { SearchService } from './search.service.ts';

@Module({
  imports: [PeopleModule, CommunitiesModule],
  providers: [SearchService, SearchResolver, PeopleSearch, CommunitiesSearch],
  exports: [SearchService],
})
export class SearchModule {}
