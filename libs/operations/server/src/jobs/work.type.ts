import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('JobRun', { description: 'A run of a job that has ended.' })
export class JobRunType {
  @Field({ description: 'When it began.' })
  startedAt!: Date;

  @Field({ description: 'When it ended.' })
  endedAt!: Date;

  @Field({ description: 'Whether it failed, and for good.' })
  hasFailed!: boolean;
}

@ObjectType('JobFailure', { description: 'Jobs of a kind that failed for the same cause.' })
export class JobFailureType {
  @Field({ description: 'Code of the cause: that of PostgreSQL (SQLSTATE) or of the system, else the kind of error. The log tells more, under the job’s id.' })
  failure!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field({ description: 'When the last of them failed.' })
  lastAt!: Date;
}

@ObjectType('JobKind', { description: 'A kind of background job, and how it goes with it. Runs are remembered for a week.' })
export class JobKindType {
  @Field({ description: 'Its name, such as `media.sweep`.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'When it is done by the clock: a cron expression, in UTC; null: when something asks for it.' })
  cron!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the clock next asks for it; null where it never does.' })
  nextAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it should have begun by the clock, and did not; null: nothing was missed.' })
  missedAt!: Date | null;

  @Field(() => Int, { description: 'Those that wait for their time or for another try.' })
  waiting!: number;

  @Field(() => Int, { description: 'Those that run now.' })
  running!: number;

  @Field(() => Int, { description: 'Those that failed in the last week, and that nothing tries any more.' })
  failed!: number;

  @Field(() => Date, { nullable: true, description: 'When the first of those failed; null when there is none.' })
  failedSince!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when the oldest that waits could have begun; null: none is due.' })
  dueSince!: Date | null;

  @Field(() => JobRunType, { nullable: true, description: 'The last run of the last week; null when there was none.' })
  lastRun!: JobRunType | null;
}

@ObjectType('GivenUpWork', { description: 'Events, or letters, of one type that were given up for one cause.' })
export class GivenUpWorkType {
  @Field({ description: 'Their type, such as `feed.post-published`.' })
  type!: string;

  @Field(() => String, { nullable: true, description: 'Code of the cause; null: not known.' })
  failure!: string | null;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field({ description: 'When the first of them was given up.' })
  since!: Date;
}

@ObjectType('BackgroundWork', { description: 'What Parvis does by itself, for IT.' })
export class BackgroundWorkType {
  @Field(() => [JobKindType], { description: 'All kinds of jobs, by name.' })
  jobs!: JobKindType[];

  @Field(() => [GivenUpWorkType], { description: 'Events whose handlers went on failing; the oldest first, at most 100.' })
  events!: GivenUpWorkType[];

  @Field(() => [GivenUpWorkType], { description: 'Letters that could not be sent in the last month; the oldest first, at most 100.' })
  letters!: GivenUpWorkType[];
}
