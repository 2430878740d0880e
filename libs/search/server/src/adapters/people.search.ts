import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DirectoryQuery } from '@parvis/people/server';
import { declareSearchKind } from '../search-kind.ts';
import type { SearchFindings, SearchRequest, SearchSource } from '../search-source.ts';
import { SearchService } from '../search.service.ts';

const kind = declareSearchKind('person', { place: 10, description: 'Somebody who works here now.' });

/** People, found as in the directory: misspellings are forgiven there. */
@Injectable()
export class PeopleSearch implements SearchSource, OnModuleInit {
  readonly kind = kind;
  readonly filters = [];

  constructor(
    private readonly service: SearchService,
    private readonly directory: DirectoryQuery,
  ) {}

  onModuleInit(): void {
    this.service.register(this);
  }

  async search(viewer: Viewer, { plan, page, most, isForgiving }: SearchRequest): Promise<SearchFindings> {
    const { edges, pageInfo, totalCount } = await this.directory.list(viewer, { search: plan.words.text, department: null, isExact: !isForgiving }, page);
    const hits = edges.map(({ cursor, node: { id, displayName, title, department } }) => ({
      cursor,
      node: { kind, id, targetId: id, targetType: kind, commentId: null, title: displayName, text: [title, department].filter(Boolean).join(' · '), authorId: null, communityId: null, writtenAt: null },
    }));
    return { edges: hits, pageInfo, count: Math.min(totalCount, most), isMore: totalCount > most };
  }
}
