import type { BannerPattern, BannerTone, CommunityRole, CommunityVisibility } from '@parvis/communities/server';
import type { ReactionKind } from '@parvis/conversations/server';
import type { EventAnswer, PostKind } from '@parvis/feed/server';
import type { Audience, ProfileField, SkillLevel } from '@parvis/people/server';

type Maybe<T> = T | null | undefined;

/** What a line of the history may say. People are named by their identifier in the company, the rest by its identifier in the earlier network. */
export type HistoryRecord =
  | CommunityRecord
  | MembershipRecord
  | FollowRecord
  | TagFollowRecord
  | PostRecord
  | PollVoteRecord
  | EventReplyRecord
  | ReadingRecord
  | CommentRecord
  | VoteRecord
  | ReactionRecord
  | WikiPageRecord
  | ProfileRecord;
export type HistoryType = HistoryRecord['type'];

export interface CommunityRecord {
  type: 'community';
  id: string;
  name: string;
  visibility: CommunityVisibility;
  description?: Maybe<string>;
  createdAt?: Maybe<string>;
  /** How people go about things there. */
  charter?: Maybe<string>;
  /** What it is about, in short words. */
  topics?: Maybe<string[]>;
  /** Read once by whoever comes in. */
  welcome?: Maybe<string>;
  banner?: Maybe<{ pattern: BannerPattern; tone: BannerTone }>;
}

export interface MembershipRecord {
  type: 'membership';
  community: string;
  person: string;
  role?: Maybe<CommunityRole>;
  joinedAt?: Maybe<string>;
}

export interface FollowRecord {
  type: 'follow';
  follower: string;
  followee: string;
  createdAt?: Maybe<string>;
}

export interface TagFollowRecord {
  type: 'tag-follow';
  person: string;
  /** Lower-cased, without its #. */
  tag: string;
  createdAt?: Maybe<string>;
}

export interface PostRecord {
  type: 'post';
  id: string;
  author: string;
  /** Who wrote it on behalf of the author; none: the author. */
  writtenBy?: Maybe<string>;
  /** None: to the whole company. */
  community?: Maybe<string>;
  kind: PostKind;
  title?: Maybe<string>;
  /** Plain text. */
  body: string;
  createdAt: string;
  tags?: Maybe<string[]>;
  /** What only a poll has, and so on: there for its kind alone. */
  poll?: Maybe<PollPart>;
  event?: Maybe<EventPart>;
  announcement?: Maybe<AnnouncementPart>;
  /** Kept on top of its community, or of the home page, since then. */
  pinnedAt?: Maybe<string>;
  /** None: until it is taken down. */
  pinnedUntil?: Maybe<string>;
}

export interface PollPart {
  options: string[];
  multiple?: Maybe<boolean>;
  anonymous?: Maybe<boolean>;
  /** None: it stays open. */
  closesAt?: Maybe<string>;
}

export interface EventPart {
  startsAt: string;
  /** When it is over; for whole days, the first moment of the day after. */
  endsAt: string;
  /** IANA name; none: UTC. */
  timeZone?: Maybe<string>;
  allDay?: Maybe<boolean>;
  place?: Maybe<string>;
  link?: Maybe<string>;
  /** None: as many as come. */
  seats?: Maybe<number>;
}

export interface AnnouncementPart {
  /** Readers are asked to say that they have read it. */
  asksAcknowledgement?: Maybe<boolean>;
}

export interface PollVoteRecord {
  type: 'poll-vote';
  post: string;
  person: string;
  /** Labels of what was chosen. Of an anonymous poll, who voted and what was chosen are kept apart. */
  options: string[];
}

export interface EventReplyRecord {
  type: 'event-reply';
  post: string;
  person: string;
  answer: EventAnswer;
  createdAt: string;
}

/** Somebody had an announcement before their eyes. */
export interface ReadingRecord {
  type: 'reading';
  post: string;
  person: string;
  /** Said « I have read it ». */
  acknowledged?: Maybe<boolean>;
}

export interface CommentRecord {
  type: 'comment';
  id: string;
  post: string;
  author: string;
  body: string;
  createdAt: string;
  accepted?: Maybe<boolean>;
  /** The comment that it answers. */
  replyTo?: Maybe<string>;
  /** The comment whose words it takes up. */
  quotes?: Maybe<string>;
}

/** Somebody found an answer useful. */
export interface VoteRecord {
  type: 'vote';
  comment: string;
  person: string;
  createdAt: string;
}

export interface ReactionRecord {
  type: 'reaction';
  /** A post or a comment. */
  target: string;
  person: string;
  kind: ReactionKind;
  createdAt: string;
}

export interface WikiPageRecord {
  type: 'wiki-page';
  id: string;
  community: string;
  /** The page that it stands below. */
  parent?: Maybe<string>;
  /** What it said from one save to the next, the oldest first. */
  versions: WikiVersion[];
}

/** What somebody said of themselves. What is left out, or empty, is not said. */
export interface ProfileRecord {
  type: 'profile';
  person: string;
  biography?: Maybe<string>;
  /** BCP 47 codes. */
  languages?: Maybe<string[]>;
  askMeAbout?: Maybe<string[]>;
  skills?: Maybe<{ name: string; level?: Maybe<SkillLevel> }[]>;
  projects?: Maybe<{ name: string; description: string; startYear: number | null; endYear: number | null; url: string | null }[]>;
  certificates?: Maybe<{ name: string; issuer: string; year: number | null; url: string | null }[]>;
  links?: Maybe<{ label: string; url: string }[]>;
  hobbies?: Maybe<string[]>;
  /** ISO 8601: Monday is 1. */
  workingDays?: Maybe<number[]>;
  timeZone?: Maybe<string>;
  /** Who may see which field; everyone where nothing is said. */
  visibility?: Maybe<Partial<Record<ProfileField, Audience>>>;
}

export interface WikiVersion {
  title: string;
  /** Markdown. */
  body: string;
  author: string;
  /** What has changed. */
  note?: Maybe<string>;
  createdAt: string;
}
