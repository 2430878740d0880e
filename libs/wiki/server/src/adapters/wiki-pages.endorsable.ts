import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EndorsableThings, type EndorsableKind, type EndorsableThing } from '@parvis/people/server';
import { DataSource } from 'typeorm';
import { wikiPageVisibleTo } from '../page/wiki-page.access.ts';

/** Pages, for which everybody who wrote a version of them may be recommended. */
@Injectable()
export class WikiPagesEndorsable implements EndorsableKind, OnModuleInit {
  readonly type = 'wiki-page';

  constructor(
    private readonly things: EndorsableThings,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.things.register(this);
  }

  visibleTo(id: string, viewer: string): string {
    return `EXISTS (SELECT 1 FROM wiki_page told WHERE told.id = ${id} AND ${wikiPageVisibleTo('told', viewer)})`;
  }

  isThere(id: string): string {
    return `EXISTS (SELECT 1 FROM wiki_page told WHERE told.id = ${id} AND told.deleted_at IS NULL)`;
  }

  writtenBy(id: string, person: string): string {
    return `EXISTS (SELECT 1 FROM wiki_version told WHERE told.page_id = ${id} AND told.author_id = ${person})`;
  }

  newestOf(person: string, most: number): string {
    return `SELECT told.page_id AS id, max(told.created_at) AS created_at FROM wiki_version told WHERE told.author_id = ${person} GROUP BY told.page_id ORDER BY 2 DESC LIMIT ${most}`;
  }

  read(ids: readonly string[]): Promise<EndorsableThing[]> {
    return this.dataSource.query(`SELECT id, 'wiki-page' AS type, left(title, 200) AS words, 'wiki-page' AS "targetType", id AS "targetId" FROM wiki_page WHERE id = ANY($1)`, [ids]);
  }
}
