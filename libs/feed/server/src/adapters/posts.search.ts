import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { extractAround, SearchService, textSearchQuery, textSearchVector, type SearchHit, type SearchSource } from '@parvis/search/server';
import { DataSource } from 'typeorm';
import { postVisibleTo } from '../post/post.access.ts';

/** Posts, found by their words, newest first. */
@Injectable()
export class PostsSearch implements SearchSource, OnModuleInit {
  readonly kind = 'post';

  constructor(
    private readonly service: SearchService,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.service.register(this);
  }

  async search(viewer: Viewer, text: string, limit: number): Promise<SearchHit[]> {
    const rows: { id: string; author: string; title: string | null; text: string }[] = await this.dataSource.query(
      `SELECT post.id, person.display_name AS author, post.title, post.text
       FROM post JOIN person ON person.id = post.author_id
       WHERE ${textSearchVector('post.text')} @@ ${textSearchQuery('$2')} AND ${postVisibleTo('post', '$1')}
       ORDER BY post.id DESC LIMIT $3`,
      [viewer.personId, text, limit],
    );
    return rows.map((row) => ({
      kind: this.kind,
      id: row.id,
      targetId: row.id,
      title: row.title ? `${row.author} · ${row.title}` : row.author,
      extract: extractAround(row.text, text),
    }));
  }
}
