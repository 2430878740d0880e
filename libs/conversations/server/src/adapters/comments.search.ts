import { Injectable, type OnModuleInit } from '@nestjs/common';
import { declareSearchKind, DocumentSearch, SearchService, type DocumentSource, type FoundDocument } from '@parvis/search/server';
import { DataSource } from 'typeorm';
import { Subjects } from '../subject/subjects.ts';

const kind = declareSearchKind('comment', { place: 60, description: 'A comment.' });

/** Comments: what is said under something is found by those who see it. */
@Injectable()
export class CommentsSearch implements DocumentSource, OnModuleInit {
  readonly kind = kind;

  constructor(
    private readonly service: SearchService,
    private readonly documents: DocumentSearch,
    private readonly dataSource: DataSource,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.service.register(this.documents.sourceOf(this));
  }

  visibleTo(id: string, viewer: string): string {
    const subjectVisible = this.subjects.visibleTo('searched.subject_type', 'searched.subject_id', viewer);
    return `EXISTS (SELECT 1 FROM comment searched WHERE searched.id = ${id} AND searched.deleted_at IS NULL AND ${subjectVisible})`;
  }

  read(ids: readonly string[]): Promise<FoundDocument[]> {
    return this.dataSource.query(`SELECT id, subject_id AS "targetId", subject_type AS "targetType", id AS "commentId", NULL AS title, text FROM comment WHERE id = ANY($1)`, [ids]);
  }
}
