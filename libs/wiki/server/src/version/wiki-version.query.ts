import { Injectable } from '@nestjs/common';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { WikiVersionEntity } from './wiki-version.entity.ts';

/** Reads versions of pages that the caller has let the viewer see. */
@Injectable()
export class WikiVersionQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest version of each page. */
  async newest(pageIds: readonly string[]): Promise<Map<string, WikiVersionEntity>> {
    const rows = await this.dataSource
      .createQueryBuilder(WikiVersionEntity, 'version')
      .innerJoin('wiki_page', 'page', 'page.id = version.page_id AND page.version = version.number')
      .where('version.page_id = ANY(:pageIds)', { pageIds })
      .getMany();
    return new Map(rows.map((row) => [row.pageId, row]));
  }

  /** Newest first. */
  async of(pageId: string, page: PageRequest): Promise<Connection<WikiVersionEntity>> {
    const versions = this.dataSource.createQueryBuilder(WikiVersionEntity, 'version').where('version.page_id = :pageId', { pageId });
    if (page.after) versions.andWhere('version.number < :before', { before: Number(decodeCursor(page.after, ['position'])[0]) });
    const rows = await versions
      .orderBy('version.number', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, (row) => encodeCursor(row.number));
  }

  /** Null when there is none with this number. */
  async numbered(pageId: string, number: number): Promise<WikiVersionEntity | null> {
    return this.dataSource.manager.findOneBy(WikiVersionEntity, { pageId, number });
  }
}
