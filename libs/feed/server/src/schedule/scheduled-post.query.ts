import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { ScheduledPostEntity } from './scheduled-post.entity.ts';

/** Reads what somebody has scheduled: their own only, nobody else knows of it. */
@Injectable()
export class ScheduledPostQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that failed first, then the next to come first. */
  async own(viewer: Viewer, page: PageRequest): Promise<Connection<ScheduledPostEntity>> {
    const posts = this.dataSource.createQueryBuilder(ScheduledPostEntity, 'scheduled').where('scheduled.author_id = :authorId', { authorId: viewer.personId });
    if (page.after) {
      const [at, id] = decodeCursor(page.after, ['string', 'id']);
      posts.andWhere('(scheduled.publish_at, scheduled.id) > (:at, :afterId)', { at, afterId: id });
    }
    const rows = await posts
      .orderBy('scheduled.publishAt')
      .addOrderBy('scheduled.id')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, (row) => encodeCursor(row.publishAt.toISOString(), row.id));
  }
}
