import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('PollOption', { description: 'Something to choose in a poll.' })
export class PollOptionType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'At most 120 characters.' })
  label!: string;

  @Field(() => Int, { nullable: true, description: 'How many chose it; null as long as the results are not shown.' })
  voteCount!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the viewer chose it; null in an anonymous poll, where nobody can tell.' })
  viewerChose!: boolean | null;
}

@ObjectType('Poll', { description: 'What only a poll has.' })
export class PollType {
  @Field({ description: 'Several options may be chosen.' })
  isMultiple!: boolean;

  @Field({ description: 'Nobody can ever tell who chose what, and a vote is final; otherwise votes are listed by name and can be changed until the close.' })
  isAnonymous!: boolean;

  @Field(() => Date, { nullable: true, description: 'When voting ends; null: never.' })
  closesAt!: Date | null;

  @Field(() => [PollOptionType], { description: 'What there is to choose, in the order of the author.' })
  options!: PollOptionType[];

  @Field(() => Int, { description: 'How many people have voted.' })
  voterCount!: number;

  @Field({ description: 'Whether the viewer has voted.' })
  viewerHasVoted!: boolean;
}

@InputType({ description: 'What only a poll has. In a change, what is left out stays, options stay once somebody has voted, and how one votes stays always. Errors: POLL_FIXED, POLL_HAS_VOTES, POLL_CLOSED.' })
export class PollInput {
  @Field(() => [String], { nullable: true, description: '2 to 10 different options of at most 120 characters. Errors: POLL_OPTIONS_TOO_FEW, TOO_MANY_ITEMS, TEXT_TOO_LONG.' })
  options?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Several options may be chosen; one when left out.' })
  isMultiple?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Nobody can ever tell who chose what; by name when left out.' })
  isAnonymous?: boolean | null;

  @Field(() => Date, { nullable: true, description: 'When voting ends, in the future; null: never. Errors: TIME_PAST.' })
  closesAt?: Date | null;
}
