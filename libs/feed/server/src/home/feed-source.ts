import { mutedBy, muteInForce } from '../mute/mute.access.ts';
import { postVisibleTo } from '../post/post.access.ts';

/** Where the posts of a feed come from; each is said in one sentence in the schema, in the README and on the page. */
export const feedSources = ['following', 'all', 'communities', 'leadership'] as const;
export type FeedSource = (typeof feedSources)[number];

/** More that a post must fulfil, as an SQL condition on `post`; parameters from $4 on are its own. */
type Extra = string;

// The newest page of one source, by its own index. Mutes are asked for each row: few people mute, and only rows near the page are looked at.
const newestOf = (source: string, rule: string, extra: Extra): string => `
  SELECT post.id FROM post
  WHERE ${source} AND ($2::uuid IS NULL OR post.id < $2) AND ${rule} AND NOT ${mutedBy('post', '$1')} ${extra}
  ORDER BY post.id DESC LIMIT $3`;

// Members may read their communities, and everybody what is said to the company: only other sources need the whole rule.
const alive = 'post.deleted_at IS NULL';
const visible = postVisibleTo('post', '$1');

const ofCommunities = (extra: Extra): string => `
  SELECT newest.id FROM membership
  CROSS JOIN LATERAL (${newestOf('post.community_id = membership.community_id', alive, extra)}) newest
  WHERE membership.person_id = $1 AND NOT ${muteInForce('community_id', 'membership.community_id', '$1')}`;

const ofPeople = (extra: Extra): string => `
  SELECT newest.id FROM follow
  CROSS JOIN LATERAL (${newestOf('post.author_id = follow.followee_id', visible, extra)}) newest
  WHERE follow.follower_id = $1 AND NOT ${muteInForce('muted_person_id', 'follow.followee_id', '$1')}`;

const ofTags = (extra: Extra): string => `
  SELECT newest.id FROM tag_follow
  CROSS JOIN LATERAL (
    SELECT post.id FROM post_tag JOIN post ON post.id = post_tag.post_id
    WHERE post_tag.tag = tag_follow.tag AND ($2::uuid IS NULL OR post_tag.post_id < $2) AND ${visible} AND NOT ${mutedBy('post', '$1')} ${extra}
    ORDER BY post_tag.post_id DESC LIMIT $3) newest
  WHERE tag_follow.person_id = $1 AND NOT ${muteInForce('tag', 'tag_follow.tag', '$1')}`;

const ofCompany = (extra: Extra): string => `(${newestOf('post.community_id IS NULL', alive, extra)})`;

const executives = `SELECT id FROM person WHERE 'executive' = ANY (roles) AND deactivated_at IS NULL`;

const byExecutives = (extra: Extra): string => `
  SELECT newest.id FROM (${executives}) executive
  CROSS JOIN LATERAL (${newestOf('post.author_id = executive.id', visible, extra)}) newest`;

const answeredByExecutives = (extra: Extra): string => `
  SELECT newest.id FROM (${executives}) executive CROSS JOIN LATERAL (
    SELECT DISTINCT post.id FROM comment JOIN post ON post.id = comment.subject_id
    WHERE comment.author_id = executive.id AND comment.deleted_at IS NULL AND comment.subject_type = 'post'
      AND ($2::uuid IS NULL OR comment.subject_id < $2) AND ${visible} AND NOT ${mutedBy('post', '$1')} ${extra}
    ORDER BY post.id DESC LIMIT $3) newest`;

/** Each source is one or several streams, read side by side. */
const streams: Record<FeedSource, ((extra: Extra) => string)[]> = {
  following: [ofCommunities, ofPeople, ofTags, ofCompany],
  all: [(extra) => `(${newestOf('TRUE', visible, extra)})`],
  communities: [ofCommunities],
  leadership: [byExecutives, answeredByExecutives],
};

/**
 * The ids of a source's posts, newest first, as SQL: of each stream the newest page by its index, then the newest of those. It costs by what is
 * followed, not by the company or its history. Parameters: $1 the viewer, $2 the id to start before (null: the newest), $3 how many.
 */
export const newestIdsSql = (source: FeedSource, extra: Extra = ''): string =>
  `SELECT id FROM (${streams[source].map((stream) => stream(extra)).join(' UNION ')}) merged ORDER BY id DESC LIMIT $3`;

/** What may be missed: written by others since $4, and not marked as read. */
export const unreadSince = `AND post.id > $4 AND post.author_id <> $1
  AND NOT EXISTS (SELECT 1 FROM post_read WHERE post_read.person_id = $1 AND post_read.post_id = post.id)`;
