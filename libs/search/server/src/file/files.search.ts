import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MediaOwners } from '@parvis/media/server';
import { DataSource } from 'typeorm';
import { DocumentSearch } from '../document/document-search.ts';
import { declareSearchKind } from '../search-kind.ts';
import type { DocumentSource, FoundDocument } from '../search-source.ts';
import { SearchService } from '../search.service.ts';

const kind = declareSearchKind('file', { place: 70, description: 'An image or a file that is attached to something.' });

/** Images and files, found by their names and by what images show, by those who see what they are attached to. A hit names who uploaded it: who may not know that finds none. */
@Injectable()
export class FilesSearch implements DocumentSource, OnModuleInit {
  readonly kind = kind;

  constructor(
    private readonly service: SearchService,
    private readonly documents: DocumentSearch,
    private readonly dataSource: DataSource,
    private readonly owners: MediaOwners,
  ) {}

  onModuleInit(): void {
    this.service.register(this.documents.sourceOf(this));
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM file searched WHERE searched.id = ${id} AND ${this.owners.fileVisibleTo('searched', viewer)} AND ${this.owners.uploaderVisibleTo('searched', viewer)})`;
  }

  read(ids: readonly string[]): Promise<FoundDocument[]> {
    const page = this.owners.shownOn('file');
    return this.dataSource.query(
      `SELECT id, name AS title, alt AS text, ${page.type} AS "targetType", ${page.id} AS "targetId", CASE WHEN attached_id <> ${page.id} THEN attached_id END AS "commentId"
       FROM file WHERE id = ANY($1)`,
      [ids],
    );
  }
}
