import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommunityQuery } from '@parvis/communities/server';
import type { Viewer } from '@parvis/identity/server';
import { extractAround, type SearchHit, type SearchSource } from '../search-source.ts';
import { SearchService } from '../search.service.ts';

/** Communities, found as in their list. */
@Injectable()
export class CommunitiesSearch implements SearchSource, OnModuleInit {
  readonly kind = 'community';

  constructor(
    private readonly service: SearchService,
    private readonly communities: CommunityQuery,
  ) {}

  onModuleInit(): void {
    this.service.register(this);
  }

  async search(viewer: Viewer, text: string, limit: number): Promise<SearchHit[]> {
    const { edges } = await this.communities.list(viewer, { search: text }, { first: limit, after: null });
    return edges.map(({ node: { id, name, description } }) => ({ kind: this.kind, id, targetId: id, title: name, extract: extractAround(description, text) }));
  }
}
