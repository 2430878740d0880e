import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityQuery } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { declareSearchKind } from '../search-kind.ts';
import type { SearchFindings, SearchRequest, SearchSource } from '../search-source.ts';
import { SearchService } from '../search.service.ts';

const kind = declareSearchKind('community', { place: 20, description: 'A community.' });

/** Communities, found as in their list: misspellings are forgiven there. */
@Injectable()
export class CommunitiesSearch implements SearchSource, OnModuleInit {
  readonly kind = kind;
  readonly filters = [];

  constructor(
    private readonly service: SearchService,
    private readonly communities: CommunityQuery,
  ) {}

  onModuleInit(): void {
    this.service.register(this);
  }

  async search(viewer: Viewer, { plan, page, most, isForgiving }: SearchRequest): Promise<SearchFindings> {
    const { edges, pageInfo, totalCount } = await this.communities.list(viewer, { search: plan.words.text, isExact: !isForgiving }, page);
    const hits = edges.map(({ cursor, node: { id, name, description } }) => ({
      cursor,
      node: { kind, id, targetId: id, targetType: kind, commentId: null, title: name, text: description, authorId: null, communityId: null, writtenAt: null },
    }));
    return { edges: hits, pageInfo, count: Math.min(totalCount, most), isMore: totalCount > most };
  }
}
