import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, type CountedConnection, type PageRequest } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Subjects } from '../subject/subjects.ts';
import { CommentEntity } from './comment.entity.ts';

/** Reads comments, all through `visibleTo`: a comment is seen by those who see its subject. */
@Injectable()
export class CommentQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: Subjects,
  ) {}

  visibleTo(viewer: Viewer): SelectQueryBuilder<CommentEntity> {
    return this.dataSource
      .createQueryBuilder(CommentEntity, 'comment')
      .where('comment.deleted_at IS NULL')
      .andWhere(this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', ':viewerId'), { viewerId: viewer.personId });
  }

  /** Null when missing, deleted or out of sight. */
  async byId(viewer: Viewer, id: string): Promise<CommentEntity | null> {
    return this.visibleTo(viewer).andWhere('comment.id = :id', { id }).getOne();
  }

  /** The same page of several subjects' comments, oldest first, in one SQL. */
  async pages(viewer: Viewer, subjectIds: readonly string[], page: PageRequest): Promise<Map<string, CommentEntity[]>> {
    const afterId = page.after ? String(decodeCursor(page.after, ['id'])[0]) : null;
    const rows: CommentEntity[] = await this.dataSource.query(
      `SELECT shown.* FROM unnest($2::uuid[]) AS wanted (id)
       CROSS JOIN LATERAL (
         SELECT comment.id, comment.subject_type AS "subjectType", comment.subject_id AS "subjectId", comment.author_id AS "authorId", comment.body,
                comment.is_accepted AS "isAccepted", comment.created_at AS "createdAt", comment.edited_at AS "editedAt"
         FROM comment
         WHERE comment.subject_id = wanted.id AND comment.deleted_at IS NULL AND ($3::uuid IS NULL OR comment.id > $3)
           AND ${this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', '$1')}
         ORDER BY comment.id LIMIT $4
       ) shown`,
      [viewer.personId, subjectIds, afterId, page.first + 1],
    );
    return Map.groupBy(rows, (row) => row.subjectId);
  }

  toConnection(rows: CommentEntity[], page: PageRequest, totalCount: number): CountedConnection<CommentEntity> {
    return { ...connection(rows, page, (row) => encodeCursor(row.id)), totalCount };
  }

  async counts(viewer: Viewer, subjectIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: string; count: number }[] = await this.dataSource.query(
      `SELECT comment.subject_id AS id, count(*)::int AS count FROM comment
       WHERE comment.subject_id = ANY($2) AND comment.deleted_at IS NULL
         AND ${this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', '$1')}
       GROUP BY comment.subject_id`,
      [viewer.personId, subjectIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
