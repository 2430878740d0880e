import type { CommunityWords } from './community-words.ts';

/** What the generated company is made of. Everything that reads it reads these records, in the order in which they come. */

export type Language = 'fr' | 'en';

export interface OrganisationPlan {
  seed: number;
  people: number;
  communities: number;
  posts: number;
  months: number;
  /** ISO instant: the newest content is just before it. */
  endsAt: string;
}

export interface PersonRecord {
  type: 'person';
  identifier: string;
  mail: string;
  givenName: string;
  surname: string;
  title: string;
  department: string;
  managerIdentifier: string | null;
  /** In the person's words, which may be nobody else's. */
  skills: string[];
  /** What they say of each: 1 learns it, 2 uses it, 3 is at ease with it, 4 helps others; null: nothing. */
  skillLevels: (1 | 2 | 3 | 4 | null)[];
  location: string;
  /** YYYY-MM-DD */
  hiredOn: string;
  /** BCP 47 codes. */
  languages: string[];
  askMeAbout: string[];
  biography: string;
  /** Groups of the identity provider: 'all-staff' for all; 'executives', 'hr', 'it', 'moderators', 'works-council', 'auditors'. */
  groups: string[];
}

export type Visibility = 'open' | 'closed' | 'secret';

export interface CommunityRecord {
  type: 'community';
  id: string;
  name: string;
  description: string;
  visibility: Visibility;
  createdAt: string;
  charter: string;
  topics: string[];
  welcome: string;
  banner: CommunityWords['banner'] | null;
}

export interface MembershipRecord {
  type: 'membership';
  community: string;
  person: string;
  role: 'member' | 'animator';
  joinedAt: string;
}

export interface FollowRecord {
  type: 'follow';
  follower: string;
  followee: string;
}

export interface PostRecord {
  type: 'post';
  id: string;
  author: string;
  /** null: written to the whole company. */
  community: string | null;
  kind: 'status' | 'question' | 'poll' | 'event' | 'announcement';
  /** All but a status have one. */
  title: string | null;
  /** Plain text, paragraphs separated by a blank line; may hold #hashtags and, rarely, @{identifier}. */
  body: string;
  createdAt: string;
  tags: string[];
  language: Language;
  writtenBy?: string;
  poll?: { options: string[]; multiple: boolean; anonymous: boolean; closesAt: string | null };
  event?: { startsAt: string; endsAt: string; timeZone: string; allDay: boolean; place: string | null; link: string | null; seats: number | null };
  announcement?: { asksAcknowledgement: boolean };
  pinnedAt?: string;
  pinnedUntil?: string | null;
}

export interface PollVoteRecord {
  type: 'poll-vote';
  post: string;
  person: string;
  /** Labels. */
  options: string[];
}

export interface EventReplyRecord {
  type: 'event-reply';
  post: string;
  person: string;
  answer: 'attending' | 'maybe' | 'declined';
  createdAt: string;
}

export interface ReadingRecord {
  type: 'reading';
  post: string;
  person: string;
  acknowledged: boolean;
}

export interface TagFollowRecord {
  type: 'tag-follow';
  person: string;
  tag: string;
}

export interface CommentRecord {
  type: 'comment';
  id: string;
  post: string;
  author: string;
  body: string;
  createdAt: string;
  accepted: boolean;
  replyTo?: string;
  quotes?: string;
}

export interface VoteRecord {
  type: 'vote';
  comment: string;
  person: string;
  createdAt: string;
}

export interface WikiPageRecord {
  type: 'wiki-page';
  id: string;
  community: string;
  parent: string | null;
  /** The oldest first; bodies are Markdown. */
  versions: { title: string; body: string; author: string; note: string; createdAt: string }[];
}

export type ReactionKind = 'thanks' | 'agree' | 'insightful' | 'congratulations' | 'support';

export interface ReactionRecord {
  type: 'reaction';
  /** Identifier of a post or of a comment. */
  target: string;
  person: string;
  kind: ReactionKind;
  createdAt: string;
}

export type OrganisationRecord =
  | PersonRecord
  | CommunityRecord
  | MembershipRecord
  | FollowRecord
  | PostRecord
  | CommentRecord
  | ReactionRecord
  | SceneRecord;

/** What only scenes have, beside posts, comments and reactions. */
export type SceneRecord = TagFollowRecord | PollVoteRecord | EventReplyRecord | ReadingRecord | VoteRecord | WikiPageRecord;
