import type { Subjects } from '@parvis/conversations/server';

/**
 * Somebody who belongs to nothing: what the one rule of visibility lets them see, everybody in the company may see.
 */
const anybody = `'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * What people made in a week. `$1` is the viewer, `$2` and `$3` begin and end the week, `$4` and `$5` are the first ids of both, `$6` whose week it is:
 * people, or a community. Columns: `type` and `id` of what was made, `subject_type` and `subject_id` of what it is about, `kind`, `person_id`, `at`.
 */
interface Scope {
  posts: string;
  comments: string;
  ideas: string | null;
  pages: string;
  isPublic: boolean;
}

/** What people of a team made, wherever everybody in the company may read it. */
const ofTeam: Scope = {
  posts: 'post.author_id = ANY($6::uuid[])',
  comments: 'comment.author_id = ANY($6::uuid[])',
  ideas: 'made.person_id = ANY($6::uuid[])',
  pages: 'version.author_id = ANY($6::uuid[])',
  isPublic: true,
};

/** What was made in a community, by whomever: all who read there see it. Ideas are in none. */
const ofCommunity: Scope = {
  posts: 'post.community_id = $6::uuid',
  comments: `comment.subject_type = 'post' AND EXISTS (SELECT 1 FROM post under WHERE under.id = comment.subject_id AND under.community_id = $6::uuid)`,
  ideas: null,
  pages: 'EXISTS (SELECT 1 FROM wiki_page kept WHERE kept.id = version.page_id AND kept.community_id = $6::uuid)',
  isPublic: false,
};

const madeSql = ({ posts, comments, ideas, pages }: Scope): string => `
  SELECT 'post' AS type, post.id, 'post' AS subject_type, post.id AS subject_id, CASE post.kind WHEN 'question' THEN 'question' ELSE 'post' END AS kind, post.author_id AS person_id, post.created_at AS at
  FROM post WHERE ${posts} AND post.id >= $4 AND post.id < $5 AND post.deleted_at IS NULL
  UNION ALL
  SELECT 'comment', comment.id, comment.subject_type, comment.subject_id,
    CASE WHEN comment.parent_id IS NULL AND EXISTS (SELECT 1 FROM post asked WHERE asked.id = comment.subject_id AND asked.kind = 'question' AND asked.author_id <> comment.author_id) THEN 'answer' ELSE 'comment' END,
    comment.author_id, comment.created_at
  FROM comment WHERE ${comments} AND comment.id >= $4 AND comment.id < $5 AND comment.deleted_at IS NULL
  ${ideas ? `UNION ALL
  SELECT 'idea', idea.id, 'idea', idea.id, 'idea', made.person_id, idea.submitted_at
  FROM idea_author made JOIN idea ON idea.id = made.idea_id
  WHERE ${ideas} AND made.standing = 'author' AND idea.state = 'submitted' AND idea.submitted_at >= $2 AND idea.submitted_at < $3` : ''}
  UNION ALL
  SELECT 'wiki-page', version.page_id, 'wiki-page', version.page_id, 'page', version.author_id, max(version.created_at)
  FROM wiki_version version WHERE ${pages} AND version.created_at >= $2 AND version.created_at < $3 GROUP BY version.page_id, version.author_id`;

/** The newest contributions of others, at most `$7`. */
function weekSql(scope: Scope, subjects: Subjects): string {
  const readable = (viewer: string): string => subjects.visibleTo('made.subject_type', 'made.subject_id', viewer);
  return `
  SELECT made.type, made.id, made.subject_type AS "subjectType", made.subject_id AS "subjectId", made.kind, made.person_id AS "personId", made.at,
    ${subjects.answerableBy('made.subject_type', 'made.subject_id', '$1')} AS "canThank",
    EXISTS (SELECT 1 FROM reaction own WHERE own.subject_id = made.id AND own.person_id = $1 AND own.kind = 'thanks') AS "isThanked"
  FROM (${madeSql(scope)}) made JOIN person ON person.id = made.person_id AND person.deactivated_at IS NULL
  WHERE made.person_id <> $1 AND ${readable('$1')} ${scope.isPublic ? `AND ${readable(anybody)}` : ''}
  ORDER BY made.at DESC, made.id DESC LIMIT $7`;
}

export const teamWeekSql = (subjects: Subjects): string => weekSql(ofTeam, subjects);
export const communityWeekSql = (subjects: Subjects): string => weekSql(ofCommunity, subjects);

/** The communities that `$1` animates and that live, by name. */
export const animatedSql = `
  SELECT community.id FROM membership JOIN community ON community.id = membership.community_id
  WHERE membership.person_id = $1 AND membership.role = 'animator' AND community.archived_at IS NULL ORDER BY community.name, community.id`;
