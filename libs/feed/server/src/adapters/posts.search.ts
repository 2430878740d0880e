import { Injectable, type OnModuleInit } from '@nestjs/common';
import { declareSearchKind, DocumentSearch, SearchService, type DocumentSource, type FoundDocument } from '@parvis/search/server';
import { DataSource } from 'typeorm';
import { postVisibleTo } from '../post/post.access.ts';

const kind = declareSearchKind('post', { place: 30, description: 'A post.' });

/** Posts; their facet is their kind. */
@Injectable()
export class PostsSearch implements DocumentSource, OnModuleInit {
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
    return `EXISTS (SELECT 1 FROM post searched WHERE searched.id = ${id} AND ${postVisibleTo('searched', viewer)})`;
  }

  read(ids: readonly string[]): Promise<FoundDocument[]> {
    return this.dataSource.query(`SELECT id, id AS "targetId", title, post_words(title, text) AS text, written_by_id AS "writtenById" FROM post WHERE id = ANY($1)`, [ids]);
  }
}
