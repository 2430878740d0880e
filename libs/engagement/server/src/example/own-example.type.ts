import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('OwnExample', { description: 'What an executive shows by their own example, in the last 30 days, for that executive alone; counted as `ExecutiveExample` is.' })
export class OwnExampleType {
  @Field(() => Int, { description: 'Days that are counted, in UTC, today included.' })
  days!: number;

  @Field(() => Int, { description: 'How much they wrote: posts, comments, ideas and versions of pages, delegates included.' })
  written!: number;

  @Field(() => Float, { nullable: true, description: 'Share of it that replies to somebody who is no executive, 0 to 1, 4 decimals. Null: they wrote nothing.' })
  replyShare!: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes between what an employee wrote and their reply: half came sooner. Null without replies.' })
  replyMedianMinutes!: number | null;

  @Field(() => Int, { description: 'Communities in which they wrote and which they do not animate.' })
  communities!: number;

  @Field(() => Float, { nullable: true, description: 'Share of it that delegates wrote in their name, 0 to 1, 4 decimals. Null: they wrote nothing.' })
  delegatedShare!: number | null;
}
