import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { checkedId, connection, decodeCursor, encodeCursor, newestRevisions, type CountedConnection, type PageRequest, type Transaction } from '@parvis/platform/server';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { conversationErrors } from '../conversations.errors.ts';
import { Subjects } from '../subject/subjects.ts';
import { CommentRevisionEntity } from './comment-revision.entity.ts';
import { CommentEntity } from './comment.entity.ts';

/** Which comments of the first level. */
export interface CommentFilter {
  /** Only questions to those who make the subject. */
  questions: boolean;
}

/** How much is said under a subject. */
export interface CommentCounts {
  /** Replies included. */
  all: number;
  firstLevel: number;
}

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

  /** As it is shown in its thread: a deleted one with replies under it still has its place. Null when missing, gone or out of sight. */
  async shown(viewer: Viewer, id: string): Promise<CommentEntity | null> {
    const rows: CommentEntity[] = await this.dataSource.query(
      `SELECT ${columns} FROM comment WHERE comment.id = $2 AND ${hasPlace} AND ${this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', '$1')}`,
      [viewer.personId, id],
    );
    return rows[0] ?? null;
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, CommentEntity>> {
    const rows = await this.visibleTo(viewer).andWhere('comment.id = ANY(:ids)', { ids }).getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The comment, locked, for a command on it. Errors: ID_INVALID, COMMENT_NOT_FOUND. */
  async lock(tx: Transaction, viewer: Viewer, id: string): Promise<CommentEntity> {
    const comment = await tx.manager
      .createQueryBuilder(CommentEntity, 'comment')
      .where('comment.id = :id', { id: checkedId('id', id) })
      .andWhere('comment.deleted_at IS NULL')
      .andWhere(this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', ':viewerId'), { viewerId: viewer.personId })
      .setLock('pessimistic_write')
      .getOne();
    if (!comment) throw conversationErrors.commentNotFound();
    return comment;
  }

  /** Those among these comments whose subject the viewer may still answer: what is said elsewhere changes no more. */
  async answerable(viewer: Viewer, ids: readonly string[]): Promise<Map<string, true>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT comment.id FROM comment WHERE comment.id = ANY($2) AND ${this.subjects.answerableBy('comment.subject_type', 'comment.subject_id', '$1')}`,
      [viewer.personId, ids],
    );
    return new Map(rows.map(({ id }) => [id, true]));
  }

  required = (tx: Transaction, id: string): Promise<CommentEntity> => tx.manager.findOneByOrFail(CommentEntity, { id });

  /**
   * The same page of several subjects' first level, in one SQL: the accepted answer, then by votes, then oldest first (what has neither is in
   * the order of time). A deleted comment keeps its place, without its words, as long as there are replies under it.
   */
  async pages(viewer: Viewer, subjectIds: readonly string[], page: PageRequest, { questions }: CommentFilter): Promise<Map<string, CommentEntity[]>> {
    const [accepted, votes, id] = page.after ? decodeCursor(page.after, ['position', 'position', 'id']) : [null, null, null];
    const rows: CommentEntity[] = await this.dataSource.query(
      `SELECT shown.* FROM unnest($2::uuid[]) AS wanted (id)
       CROSS JOIN LATERAL (
         SELECT ${columns} FROM comment
         WHERE comment.subject_id = wanted.id AND comment.parent_id IS NULL ${questions ? 'AND comment.asks_authors' : ''}
           AND ${hasPlace}
           AND ($3::uuid IS NULL OR (comment.is_accepted, comment.vote_count) < ($5::int::boolean, $6::int)
             OR ((comment.is_accepted, comment.vote_count) = ($5::int::boolean, $6::int) AND comment.id > $3))
           AND ${this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', '$1')}
         ORDER BY comment.is_accepted DESC, comment.vote_count DESC, comment.id LIMIT $4
       ) shown`,
      [viewer.personId, subjectIds, id, page.first + 1, accepted, votes],
    );
    return Map.groupBy(rows, (row) => row.subjectId);
  }

  /** The same page of the replies to several comments, oldest first, in one SQL. */
  async replyPages(viewer: Viewer, commentIds: readonly string[], page: PageRequest): Promise<Map<string, CommentEntity[]>> {
    const afterId = page.after ? decodeCursor(page.after, ['position', 'position', 'id'])[2] : null;
    const rows: (CommentEntity & { parentId: string })[] = await this.dataSource.query(
      `SELECT shown.* FROM unnest($2::uuid[]) AS wanted (id)
       CROSS JOIN LATERAL (
         SELECT ${columns} FROM comment
         WHERE comment.parent_id = wanted.id AND comment.deleted_at IS NULL AND ($3::uuid IS NULL OR comment.id > $3)
           AND ${this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', '$1')}
         ORDER BY comment.id LIMIT $4
       ) shown`,
      [viewer.personId, commentIds, afterId, page.first + 1],
    );
    return Map.groupBy(rows, (row) => row.parentId);
  }

  toConnection(rows: CommentEntity[], page: PageRequest, totalCount: number): CountedConnection<CommentEntity> {
    return { ...connection(rows, page, (row) => encodeCursor(Number(row.isAccepted), row.voteCount, row.id)), totalCount };
  }

  async counts(viewer: Viewer, subjectIds: readonly string[]): Promise<Map<string, CommentCounts>> {
    const rows: (CommentCounts & { id: string })[] = await this.dataSource.query(
      `SELECT comment.subject_id AS id, count(*)::int AS all, (count(*) FILTER (WHERE comment.parent_id IS NULL))::int AS "firstLevel" FROM comment
       WHERE comment.subject_id = ANY($2) AND comment.deleted_at IS NULL
         AND ${this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', '$1')}
       GROUP BY comment.subject_id`,
      [viewer.personId, subjectIds],
    );
    return new Map(rows.map(({ id, all, firstLevel }) => [id, { all, firstLevel }]));
  }

  async replyCounts(viewer: Viewer, commentIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: string; count: number }[] = await this.dataSource.query(
      `SELECT comment.parent_id AS id, count(*)::int AS count FROM comment
       WHERE comment.parent_id = ANY($2) AND comment.deleted_at IS NULL
         AND ${this.subjects.visibleTo('comment.subject_type', 'comment.subject_id', '$1')}
       GROUP BY comment.parent_id`,
      [viewer.personId, commentIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** The newest 20 former versions of each comment that the caller has let the viewer see, newest first. */
  async revisions(commentIds: readonly string[]): Promise<Map<string, CommentRevisionEntity[]>> {
    return newestRevisions(this.dataSource, CommentRevisionEntity, { of: 'commentId', ids: commentIds });
  }
}

/** A deleted comment keeps its place as long as there are replies under it. */
const hasPlace = '(comment.deleted_at IS NULL OR EXISTS (SELECT 1 FROM comment reply WHERE reply.parent_id = comment.id AND reply.deleted_at IS NULL))';

/** What is shown of a comment; of a deleted one no word leaves the database. */
const columns = `
  comment.id, comment.subject_type AS "subjectType", comment.subject_id AS "subjectId", comment.parent_id AS "parentId", comment.author_id AS "authorId",
  CASE WHEN comment.deleted_at IS NULL THEN comment.body ELSE '{"type": "doc"}' END AS body,
  CASE WHEN comment.deleted_at IS NULL THEN comment.quoted_comment_id END AS "quotedCommentId",
  comment.is_accepted AS "isAccepted", comment.asks_authors AS "asksAuthors", comment.vote_count AS "voteCount", comment.created_at AS "createdAt", comment.edited_at AS "editedAt", comment.deleted_at AS "deletedAt"`;
