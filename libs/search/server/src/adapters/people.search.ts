import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DirectoryQuery } from '@parvis/people/server';
import type { SearchHit, SearchSource } from '../search-source.ts';
import { SearchService } from '../search.service.ts';

/** People, found as in the directory. */
@Injectable()
export class PeopleSearch implements SearchSource, OnModuleInit {
  readonly kind = 'person';

  constructor(
    private readonly service: SearchService,
    private readonly directory: DirectoryQuery,
  ) {}

  onModuleInit(): void {
    this.service.register(this);
  }

  async search(viewer: Viewer, text: string, limit: number): Promise<SearchHit[]> {
    const { edges } = await this.directory.list(viewer, { search: text, department: null }, { first: limit, after: null });
    return edges.map(({ node: { id, displayName, title, department } }) => ({
      kind: this.kind,
      id,
      targetId: id,
      title: displayName,
      extract: [title, department].filter(Boolean).join(' · '),
    }));
  }
}
