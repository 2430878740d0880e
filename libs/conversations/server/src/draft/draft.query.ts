import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { draftVisibleTo } from './draft.access.ts';
import { checkedSubject } from './draft-content.ts';
import { DraftEntity } from './draft.entity.ts';

/** Reads drafts, all through `visibleTo`. */
@Injectable()
export class DraftQuery {
  constructor(private readonly dataSource: DataSource) {}

  visibleTo(viewer: Viewer): SelectQueryBuilder<DraftEntity> {
    return this.dataSource.createQueryBuilder(DraftEntity, 'draft').where(draftVisibleTo('draft', ':viewerId'), { viewerId: viewer.personId });
  }

  /** What the viewer writes about a subject, also when it is finished; null when nothing is known of it. Errors: DRAFT_SUBJECT_INVALID. */
  async bySubject(viewer: Viewer, subject: string): Promise<DraftEntity | null> {
    return this.visibleTo(viewer).andWhere('draft.subject = :subject', { subject: checkedSubject(subject) }).getOne();
  }

  /** What the viewer has not finished, the last that was written first. */
  async unfinished(viewer: Viewer, page: PageRequest): Promise<Connection<DraftEntity>> {
    const drafts = this.visibleTo(viewer).andWhere('NOT draft.is_finished');
    if (page.after) {
      const [at, id] = decodeCursor(page.after, ['string', 'id']);
      drafts.andWhere('(draft.updated_at, draft.id) < (:at, :afterId)', { at, afterId: id });
    }
    const rows = await drafts
      .orderBy('draft.updatedAt', 'DESC')
      .addOrderBy('draft.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, (row) => encodeCursor(row.updatedAt.toISOString(), row.id));
  }
}
