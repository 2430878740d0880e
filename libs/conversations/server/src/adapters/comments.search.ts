import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { extractAround, SearchService, textSearchQuery, textSearchVector, type SearchHit, type SearchSource } from '@parvis/search/server';
import { DataSource } from 'typeorm';
import { Subjects } from '../subject/subjects.ts';

/** Comments, found by their words. */
@Injectable()
export class CommentsSearch implements SearchSource, OnModuleInit {
  readonly kind = 'comment';

  constructor(
    private readonly service: SearchService,
    private readonly dataSource: DataSource,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.service.register(this);
  }

  async search(viewer: Viewer, text: string, limit: number): Promise<SearchHit[]> {
    const rows: { id: string; targetId: string; author: string; text: string }[] = await this.dataSource.query(
      `SELECT comment.id, comment.subject_id AS "targetId", person.display_name AS author, comment.text
       FROM comment JOIN person ON person.id = comment.author_id
       WHERE comment.deleted_at IS NULL AND ${textSearchVector('comment.text')} @@ ${textSearchQuery('$2')}
         AND ${this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', '$1')}
       ORDER BY comment.id DESC LIMIT $3`,
      [viewer.personId, text, limit],
    );
    return rows.map((row) => ({ kind: this.kind, id: row.id, targetId: row.targetId, title: row.author, extract: extractAround(row.text, text) }));
  }
}
