import { Injectable, type OnModuleInit } from '@nestjs/common';
import { declareSearchKind, DocumentSearch, SearchService, type DocumentSource, type FoundDocument } from '@parvis/search/server';
import { DataSource } from 'typeorm';
import { wikiPageVisibleTo } from '../page/wiki-page.access.ts';

const kind = declareSearchKind('page', { place: 40, description: 'A page that a community keeps.' });

/** Pages, found by their words; their author is whoever saved them last. */
@Injectable()
export class WikiPagesSearch implements DocumentSource, OnModuleInit {
  readonly kind = kind;

  constructor(
    private readonly service: SearchService,
    private readonly documents: DocumentSearch,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.service.register(this.documents.sourceOf(this));
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM wiki_page searched WHERE searched.id = ${id} AND ${wikiPageVisibleTo('searched', viewer)})`;
  }

  read(ids: readonly string[]): Promise<FoundDocument[]> {
    return this.dataSource.query(`SELECT id, id AS "targetId", 'wiki-page' AS "targetType", title, post_words(title, text) AS text FROM wiki_page WHERE id = ANY($1)`, [ids]);
  }
}
