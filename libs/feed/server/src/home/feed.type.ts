import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, edgeType, type Connection } from '@parvis/platform/server';
import type { PostEntity } from '../post/post.entity.ts';
import { PostType } from '../post/post.type.ts';
import type { FeedSource } from './feed-source.ts';
import type { Reason, ReasonCode } from './score.ts';

export type FeedOrder = 'newest' | 'missed';

/** A page of a feed; reasons are there already when the order came from them. */
export interface FeedPage {
  edges: (Connection<PostEntity>['edges'][number] & { reasons?: Reason[] })[];
  pageInfo: Connection<PostEntity>['pageInfo'];
}

export const FeedSourceEnum = { FOLLOWING: 'following', ALL: 'all', COMMUNITIES: 'communities', LEADERSHIP: 'leadership' } as const satisfies Record<string, FeedSource>;
export const FeedOrderEnum = { NEWEST: 'newest', MISSED: 'missed' } as const satisfies Record<string, FeedOrder>;
export const FeedReasonCodeEnum = {
  TO_ME: 'to-me', PERSON_FOLLOWED: 'person-followed', COMMUNITY_JOINED: 'community-joined', TAG_FOLLOWED: 'tag-followed', WHOLE_COMPANY: 'whole-company',
  EXECUTIVE: 'executive', EXECUTIVE_ANSWERED: 'executive-answered', QUESTION_UNANSWERED: 'question-unanswered', FOLLOWED_COMMENTED: 'followed-commented',
  ECHO: 'echo', OWN: 'own', OPEN_COMMUNITY: 'open-community', AGE: 'age',
} as const satisfies Record<string, ReasonCode>;

registerEnumType(FeedSourceEnum, {
  name: 'FeedSource',
  description: 'Where the posts of a feed come from. What the viewer has muted is in none of them.',
  valuesMap: {
    FOLLOWING: { description: 'What is written in the communities that the viewer has joined, by the people and with the hashtags that they follow, and to the whole company.' },
    ALL: { description: 'Everything that the viewer may read.' },
    COMMUNITIES: { description: 'What is written in the communities that the viewer has joined.' },
    LEADERSHIP: { description: 'What executives write, and the posts that they have commented on.' },
  },
});
registerEnumType(FeedOrderEnum, {
  name: 'FeedOrder',
  description: 'In which order posts come.',
  valuesMap: {
    NEWEST: { description: 'The newest first; nothing is ranked.' },
    MISSED: { description: 'Unread posts of others since the viewer last marked the feed as read, 14 days at most, by the rank of `feedFormula` (of the newest 300 of them).' },
  },
});
registerEnumType(FeedReasonCodeEnum, {
  name: 'FeedReasonCode',
  description: 'Why a post is in a feed, or what a part of its rank is for.',
  valuesMap: {
    TO_ME: { description: 'It mentions the viewer.' },
    PERSON_FOLLOWED: { description: 'The viewer follows its author.' },
    COMMUNITY_JOINED: { description: 'The viewer is a member of its community.' },
    TAG_FOLLOWED: { description: 'The viewer follows hashtags of it: `tags`.' },
    WHOLE_COMPANY: { description: 'It was written to the whole company.' },
    EXECUTIVE: { description: 'An executive wrote it.' },
    EXECUTIVE_ANSWERED: { description: 'An executive commented on it.' },
    QUESTION_UNANSWERED: { description: 'A question in a community of the viewer that nobody has commented on.' },
    FOLLOWED_COMMENTED: { description: 'People whom the viewer follows commented on it, `count` times.' },
    ECHO: { description: 'Comments and reactions, `count` of them: log₂(1 + reactions + 2 × comments).' },
    OWN: { description: 'The viewer wrote it.' },
    OPEN_COMMUNITY: { description: 'It is in a community that everybody may read.' },
    AGE: { description: 'What its age takes away: half of the points every three days.' },
  },
});

@ObjectType('FeedReason', { description: 'A reason for a post to be in a feed, or a part of its rank.' })
export class FeedReasonType {
  @Field(() => FeedReasonCodeEnum, { description: 'Which one.' })
  code!: ReasonCode;

  @Field(() => Float, { nullable: true, description: 'What it adds to the rank (to hundredths; less than 0 for age); null where nothing is ranked. The parts of a post add up to its rank.' })
  points!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many, for FOLLOWED_COMMENTED and ECHO.' })
  count!: number | null;

  @Field(() => [String], { description: 'The hashtags, for TAG_FOLLOWED.' })
  tags!: string[];
}

@ObjectType('FeedEdge', { description: 'A post in a feed.' })
export class FeedEdgeType extends edgeType<PostEntity>('Feed', () => PostType) {}

@ObjectType('FeedConnection', { description: 'A page of a feed.' })
export class FeedConnection extends connectionOf('Feed', () => FeedEdgeType) {}

@ObjectType('FeedFormulaPart', { description: 'What a fact about a post is worth in « what I missed ».' })
export class FeedFormulaPartType {
  @Field(() => FeedReasonCodeEnum, { description: 'The fact.' })
  code!: ReasonCode;

  @Field(() => Float, { description: 'The points, each time it holds.' })
  points!: number;

  @Field(() => Float, { nullable: true, description: 'The most that it can be worth when it holds several times.' })
  atMost!: number | null;
}

@ObjectType('FeedFormula', { description: 'How « what I missed » ranks posts: the points of its parts, plus log₂(1 + reactions + 2 × comments), halved every `halfLifeDays`.' })
export class FeedFormulaType {
  @Field(() => [FeedFormulaPartType], { description: 'What is worth how much.' })
  parts!: FeedFormulaPartType[];

  @Field(() => Int, { description: 'After so many days half of the points are left.' })
  halfLifeDays!: number;

  @Field(() => Int, { description: 'How far it looks back.' })
  windowDays!: number;

  @Field(() => Int, { description: 'How many of the newest unread posts are ranked at most.' })
  candidates!: number;

  @Field(() => Int, { description: 'For how many days the place where somebody stopped is kept.' })
  positionKeptDays!: number;

  @Field(() => Int, { description: 'For how many days it is kept which posts somebody has read.' })
  marksKeptDays!: number;
}
