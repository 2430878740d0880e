import { Injectable, type OnModuleInit } from '@nestjs/common';
import { declareSearchKind, DocumentSearch, SearchService, type DocumentSource, type FoundDocument } from '@parvis/search/server';
import { DataSource } from 'typeorm';
import { ideaMakersVisibleTo, ideaVisibleTo } from '../idea/idea.access.ts';

const kind = declareSearchKind('idea', { place: 45, description: 'An idea of a campaign or of the idea box.' });

/** Ideas, found by their words once they are submitted; a hit names its author, so who judges blind finds none. */
@Injectable()
export class IdeasSearch implements DocumentSource, OnModuleInit {
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
    return `EXISTS (SELECT 1 FROM idea searched WHERE searched.id = ${id} AND ${ideaVisibleTo('searched', viewer)} AND ${ideaMakersVisibleTo('searched', viewer)})`;
  }

  read(ids: readonly string[]): Promise<FoundDocument[]> {
    return this.dataSource.query(
      `SELECT id, id AS "targetId", 'idea' AS "targetType", title, concat_ws(E'\\n', problem, proposal_text, benefit, array_to_string(tags, ' ')) AS text FROM idea WHERE id = ANY($1)`,
      [ids],
    );
  }
}
