import { PostType, type PostEntity } from '@parvis/feed/server';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What an animator looks after in their community.' })
export class AnimatorView {
  /** Not public: what the fields below are about. */
  communityId!: string;

  @Field({ description: 'IANA name of the zone in which hours and weeks are told.' })
  timeZone!: string;
}

@ObjectType({ description: 'A member whom nobody has welcomed yet.' })
export class Newcomer {
  @Field(() => ID, { description: 'The membership’s UUID.' })
  id!: string;

  personId!: string;

  @Field({ description: 'Since when they are a member.' })
  joinedAt!: Date;
}

@ObjectType({ description: 'Posts that wait for somebody.' })
export class WaitingPosts {
  @Field(() => [PostType], { description: 'The 10 oldest.' })
  posts!: PostEntity[];

  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}

@ObjectType({ description: 'What was written in a week.' })
export class CommunityWeek {
  @Field({ description: 'Its Monday, YYYY-MM-DD.' })
  startsOn!: string;

  @Field(() => Int, { description: 'Posts published.' })
  postCount!: number;

  @Field(() => Int, { description: 'Comments, under posts of the last 13 weeks.' })
  commentCount!: number;
}

@ObjectType({ description: 'What happened in one hour of the week, over the period.' })
export class CommunityHour {
  @Field(() => Int, { description: '1 for Monday to 7 for Sunday.' })
  weekday!: number;

  @Field(() => Int, { description: 'From 0 to 23.' })
  hour!: number;

  @Field(() => Int, { description: 'Posts, comments and reactions.' })
  count!: number;
}

@ObjectType({ description: 'Somebody who answers many different posts.' })
export class CommunityHelper {
  personId!: string;

  @Field(() => Int, { description: 'Different posts of others that they answered.' })
  postCount!: number;
}

@ObjectType({ description: 'A subject that enough members share to have a community of its own.' })
export class SubCommunitySuggestion {
  @Field({ description: 'The hashtag, without its #.' })
  tag!: string;

  @Field(() => Int, { description: 'Posts that carry it.' })
  postCount!: number;

  @Field(() => Int, { description: 'Different people who wrote or answered such posts.' })
  personCount!: number;

  @Field(() => Int, { description: 'Departments that they come from.' })
  departmentCount!: number;
}
