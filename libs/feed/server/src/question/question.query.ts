import { Injectable } from '@nestjs/common';
import { type CommentEntity, CommentQuery } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import type { Connection, PageRequest } from '@parvis/platform/server';
import { DataSource } from 'typeorm';
import type { PostEntity } from '../post/post.entity.ts';
import { PostQuery } from '../post/post.query.ts';
import { similarQuestionsSql } from './similar-questions.ts';

export interface QuestionFilter {
  /** Only those of this community. */
  communityId: string | null;
  /** Only those without an accepted answer. */
  unanswered: boolean;
}

/** Reads questions, all through the rule of posts. */
@Injectable()
export class QuestionQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostQuery,
    private readonly comments: CommentQuery,
  ) {}

  /** Newest first. */
  async list(viewer: Viewer, { communityId, unanswered }: QuestionFilter, page: PageRequest): Promise<Connection<PostEntity>> {
    const questions = this.posts.visibleTo(viewer).andWhere(`post.kind = 'question'`);
    if (communityId) questions.andWhere('post.community_id = :communityId', { communityId });
    if (unanswered) {
      questions.andWhere(`NOT EXISTS (SELECT 1 FROM comment answer WHERE answer.subject_id = post.id AND answer.is_accepted AND answer.deleted_at IS NULL)`);
    }
    return this.posts.newestFirst(questions, page);
  }

  /** The answers that were accepted, by question, as far as the viewer may read them. */
  async acceptedAnswers(viewer: Viewer, postIds: readonly string[]): Promise<Map<string, CommentEntity>> {
    const answers = await this.comments
      .visibleTo(viewer)
      .andWhere('comment.subject_id = ANY(:postIds)', { postIds })
      .andWhere('comment.is_accepted')
      .orderBy('comment.id', 'DESC')
      .getMany();
    return new Map(answers.map((answer) => [answer.subjectId, answer]));
  }

  /** At most five that ask nearly the same as the words, best first, none twice; among equals those of `communityId`. */
  async similar(viewer: Viewer, words: string, communityId: string | null): Promise<PostEntity[]> {
    const rows: { id: string }[] = await this.dataSource.query(similarQuestionsSql, [viewer.personId, words, communityId]);
    const found = await this.posts.byIds(viewer, rows.map(({ id }) => id));
    return rows.flatMap(({ id }) => found.get(id) ?? []);
  }
}
