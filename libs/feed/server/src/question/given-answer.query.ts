import { Injectable } from '@nestjs/common';
import { CommentEntity } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { connection, decodeCursor, encodeCursor, perViewer, type Connection, type PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import { PostQuery } from '../post/post.query.ts';
import { isGivenAnswer } from './given-answer.access.ts';

/** Reads what people answered to questions of others, through the rule of posts. */
@Injectable()
export class GivenAnswerQuery {
  private readonly asked;

  constructor(
    private readonly dataSource: DataSource,
    posts: PostQuery,
  ) {
    this.asked = perViewer((viewer: Viewer, ids: readonly string[]) => posts.byIds(viewer, ids));
  }

  /** Those that were accepted first, then the newest. Errors: CURSOR_INVALID. */
  async by(viewer: Viewer, personId: string, page: PageRequest): Promise<Connection<CommentEntity>> {
    const answers = this.dataSource
      .createQueryBuilder(CommentEntity, 'comment')
      .where('comment.author_id = :personId', { personId })
      .andWhere(isGivenAnswer('comment', ':viewerId'), { viewerId: viewer.personId });
    if (page.after) {
      const [accepted, id] = decodeCursor(page.after, ['position', 'id']);
      answers.andWhere('(comment.is_accepted, comment.id) < (:accepted::boolean, :id::uuid)', { accepted: accepted === 1, id });
    }
    const rows = await answers
      .orderBy('comment.isAccepted', 'DESC')
      .addOrderBy('comment.id', 'DESC')
      .limit(page.first + 1)
      .getMany();
    return connection(rows, page, (row) => encodeCursor(Number(row.isAccepted), row.id));
  }

  /** The question that such an answer stands under; null once it is gone or out of sight. */
  question = (viewer: Viewer, { subjectId }: CommentEntity) => this.asked(viewer).load(subjectId);
}
