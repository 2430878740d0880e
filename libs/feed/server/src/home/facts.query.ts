import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { DataSource } from 'typeorm';
import type { PostFacts } from './score.ts';

/** Gathers what reasons and ranks are made of, for posts that the caller has let the viewer see. */
@Injectable()
export class FactsQuery {
  constructor(private readonly dataSource: DataSource) {}

  async of(viewer: Viewer, postIds: readonly string[]): Promise<Map<string, PostFacts>> {
    if (postIds.length === 0) return new Map();
    const rows: PostFacts[] = await this.dataSource.query(factsSql, [viewer.personId, postIds]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const isExecutive = (person: string): string => `('executive' = ANY (${person}.roles) AND ${person}.deactivated_at IS NULL)`;

const factsSql = `
  SELECT post.id, post.created_at AS "createdAt", post.author_id = $1 AS "isOwn", post.community_id IS NULL AS "toCompany", post.kind = 'question' AS "isQuestion",
    jsonb_path_exists(post.body, '$.** ? (@.type == "mention" && @.attrs.id == $viewer)', jsonb_build_object('viewer', $1::uuid::text)) AS "mentionsViewer",
    EXISTS (SELECT 1 FROM follow WHERE follower_id = $1 AND followee_id = post.author_id) AS "authorFollowed",
    EXISTS (SELECT 1 FROM membership WHERE person_id = $1 AND membership.community_id = post.community_id) AS "communityJoined",
    ARRAY(SELECT tag FROM tag_follow WHERE person_id = $1 AND tag = ANY (post.tags) ORDER BY tag) AS "tagsFollowed",
    ${isExecutive('author')} AS "byExecutive",
    said.by_executive AS "executiveAnswered", said.comments, said.by_followed AS "commentsOfFollowed",
    (SELECT count(*)::int FROM reaction WHERE reaction.subject_id = post.id) AS reactions
  FROM post JOIN person author ON author.id = post.author_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS comments, count(follow.followee_id)::int AS by_followed,
      coalesce(bool_or(${isExecutive('speaker')} AND speaker.id <> post.author_id), false) AS by_executive
    FROM comment JOIN person speaker ON speaker.id = comment.author_id
    LEFT JOIN follow ON follow.follower_id = $1 AND follow.followee_id = comment.author_id
    WHERE comment.subject_id = post.id AND comment.subject_type = 'post' AND comment.deleted_at IS NULL
  ) said
  WHERE post.id = ANY ($2)`;
