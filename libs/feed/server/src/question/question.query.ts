import { Injectable } from '@nestjs/common';
import { type CommentEntity, CommentQuery } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import type { Connection, PageRequest } from '@parvis/platform/server';
import { textSearchVector } from '@parvis/search/server';
import { DataSource } from 'typeorm';
import { postVisibleTo } from '../post/post.access.ts';
import type { PostEntity } from '../post/post.entity.ts';
import { PostQuery } from '../post/post.query.ts';

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

  /** At most five that ask nearly the same as the words, best first; among equals those of `communityId`. */
  async similar(viewer: Viewer, words: string, communityId: string | null): Promise<PostEntity[]> {
    const rows: { id: string }[] = await this.dataSource.query(similarSql, [viewer.personId, words, communityId]);
    const found = await this.posts.byIds(viewer, rows.map(({ id }) => id));
    return rows.flatMap(({ id }) => found.get(id) ?? []);
  }
}

const titleVector = textSearchVector('post.title');
const mostCompared = 500;

// Found by stems in common or by nearly the same letters, both by index; the newest of those are then compared by how many of the words they share.
const similarSql = `
  WITH wanted AS (
    SELECT array_agg(lexeme) AS stems, string_agg(quote_literal(lexeme), ' | ')::tsquery AS any_stem FROM unnest(${textSearchVector('$2')})
  ), candidate AS (
    SELECT post.id, post.community_id,
      similarity(fold(post.title), fold($2)) AS likeness,
      cardinality(ARRAY(SELECT unnest(tsvector_to_array(${titleVector})) INTERSECT SELECT unnest(wanted.stems)))::real / greatest(cardinality(wanted.stems), 1) AS shared
    FROM post CROSS JOIN wanted
    WHERE post.kind = 'question' AND ${postVisibleTo('post', '$1')}
      AND (${titleVector} @@ (SELECT any_stem FROM wanted) OR fold(post.title) % fold($2))
    ORDER BY post.id DESC LIMIT ${mostCompared}
  )
  SELECT id FROM candidate WHERE shared >= 0.4 OR likeness >= 0.4
  ORDER BY shared + likeness + CASE WHEN community_id = $3::uuid THEN 0.2 ELSE 0 END DESC, id DESC LIMIT 5`;
