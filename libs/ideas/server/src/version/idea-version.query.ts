import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { ideaMakersVisibleTo } from '../idea/idea.access.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';
import { IdeaVersionEntity } from '../idea/idea-version.entity.ts';

/** Reads the versions of an idea that the caller has let the viewer see: what was written before it was submitted is none. */
@Injectable()
export class IdeaVersionQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first; none for who judges it blind, as each names who wrote it. Errors: CURSOR_INVALID. */
  async of(viewer: Viewer, ideaId: string, page: PageRequest): Promise<Connection<IdeaVersionEntity>> {
    const versions = this.dataSource.createQueryBuilder(IdeaVersionEntity, 'version').innerJoin(IdeaEntity, 'idea', 'idea.id = version.idea_id').where('version.idea_id = :ideaId', { ideaId }).andWhere(ideaMakersVisibleTo('idea', ':viewerId'), { viewerId: viewer.personId });
    if (page.after) versions.andWhere('version.number < :after', { after: decodeCursor(page.after, ['position'])[0] });
    const rows = await versions
      .orderBy('version.number', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, ({ number }) => encodeCursor(number));
  }

  numbered(ideaId: string, number: number): Promise<IdeaVersionEntity | null> {
    return this.dataSource.manager.findOneBy(IdeaVersionEntity, { ideaId, number });
  }
}
