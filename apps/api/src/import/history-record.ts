import type { CommunityRole, CommunityVisibility } from '@parvis/communities/server';
import type { ReactionKind } from '@parvis/conversations/server';
import type { PostKind } from '@parvis/feed/server';

/** What a line of the history may say. People are named by their identifier in the company, the rest by its identifier in the earlier network. */
export type HistoryRecord = CommunityRecord | MembershipRecord | FollowRecord | PostRecord | CommentRecord | ReactionRecord;
export type HistoryType = HistoryRecord['type'];

export interface CommunityRecord {
  type: 'community';
  id: string;
  name: string;
  visibility: CommunityVisibility;
  description?: string | null | undefined;
  createdAt?: string | null | undefined;
}

export interface MembershipRecord {
  type: 'membership';
  community: string;
  person: string;
  role?: CommunityRole | null | undefined;
  joinedAt?: string | null | undefined;
}

export interface FollowRecord {
  type: 'follow';
  follower: string;
  followee: string;
  createdAt?: string | null | undefined;
}

export interface PostRecord {
  type: 'post';
  id: string;
  author: string;
  /** None: to the whole company. */
  community?: string | null | undefined;
  kind: PostKind;
  title?: string | null | undefined;
  /** Plain text. */
  body: string;
  createdAt: string;
  tags?: string[] | null | undefined;
}

export interface CommentRecord {
  type: 'comment';
  id: string;
  post: string;
  author: string;
  body: string;
  createdAt: string;
  accepted?: boolean | null | undefined;
}

export interface ReactionRecord {
  type: 'reaction';
  /** A post or a comment. */
  target: string;
  person: string;
  kind: ReactionKind;
  createdAt: string;
}
